import type { Block, Field } from 'payload'
import { fieldWords } from '@/src/mechanisms/fieldsets/fieldsets.labels'
import { declaredFieldKinds } from '@/src/mechanisms/fieldsets/defineFieldKind'
import { formLabels as labels } from './form.labels'
import './formKinds'

/** Kinds that the plugin has a block for. */
const PLUGINS = ['text', 'textarea', 'email', 'number', 'date', 'select', 'radio', 'checkbox', 'message']

const name: Field = { name: 'name', type: 'text', admin: { width: '50%' } }
const label: Field = { name: 'label', type: 'text', label: fieldWords.label, admin: { width: '50%' } }

/** The blocks that are not the plugin's, one for each kind of fields, and the beginning of a page. */
export const ownBlocks: Record<string, Block> = {
  ...Object.fromEntries(
    declaredFieldKinds()
      .filter(({ kind }) => !PLUGINS.includes(kind))
      .map(({ kind, label: called, block = [], control }) => [
        kind,
        {
          slug: kind,
          labels: { singular: called, plural: called },
          fields: [
            { type: 'row', fields: [name, label] },
            ...block,
            ...(control.as === 'files' || control.as === 'result'
              ? []
              : [{ name: 'required', type: 'checkbox', label: fieldWords.required } as const]),
          ],
        } satisfies Block,
      ]),
  ),
  page: {
    slug: 'page',
    labels: { singular: labels.page, plural: labels.pages },
    fields: [{ type: 'row', fields: [{ ...label, label: labels.fields.pageTitle }] }],
  },
}

/** When a part of a form is shown: every part has it. */
export const whenFields = (): Field => ({
  type: 'collapsible',
  label: labels.when,
  admin: { initCollapsed: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'whenField',
          type: 'text',
          label: labels.fields.whenField,
          maxLength: 300,
          admin: { width: '50%', description: labels.help.whenField },
        },
        {
          name: 'whenIs',
          type: 'select',
          enumName: 'enum_forms_when_is',
          label: labels.fields.whenIs,
          defaultValue: 'equals',
          options: (['equals', 'oneOf', 'filled', 'greater'] as const).map((value) => ({
            value,
            label: labels.whenIs[value],
          })),
          admin: { width: '50%' },
        },
      ],
    },
    {
      name: 'whenValue',
      type: 'textarea',
      label: labels.fields.whenValue,
      maxLength: 2_000,
      admin: {
        description: labels.help.whenValue,
        condition: (_data, beside) => beside?.whenIs !== 'filled',
      },
    },
  ],
})
