import { formBuilderPlugin } from '@payloadcms/plugin-form-builder'
import type { Field, Plugin, TextField } from 'payload'
import { isLocale, say, type Text } from '@/src/lib/i18n'
import { submissionAccess } from '../form-submissions/form-submission.access'
import { submissionFields } from '../form-submissions/form-submission.fields'
import { submissionLabels } from '../form-submissions/form-submission.labels'
import { formAccess } from './form.access'
import { ownBlocks, whenFields } from './blocks.fields'
import { isNameless, type FieldBlock } from './fieldNames.rules'
import { nameParts } from './form.hooks'
import { formLabels as labels, pluginWords } from './form.labels'
import { isOwnPath } from './form.rules'
import { problemOf, problems, type ReferringBlock } from './references.rules'

/**
 * Payload's form builder as the portal has it: the editor of forms in the panel. Its defaults are open (anybody makes
 * submissions, letters leave inside the request, a redirect may go anywhere), so all of that is replaced.
 */
export const formPlugins: Plugin[] = [
  (config) => ({
    ...config,
    i18n: {
      ...config.i18n,
      translations: {
        ...config.i18n?.translations,
        ru: { ...config.i18n?.translations?.ru, 'plugin-form-builder': pluginWords.ru },
      },
    },
  }),
  formBuilderPlugin({
    fields: {
      text: true,
      textarea: true,
      email: true,
      number: true,
      date: true,
      select: true,
      radio: true,
      checkbox: true,
      message: true,
      country: false,
      state: false,
      payment: false,
      upload: false,
      ...ownBlocks,
    },
    formOverrides: {
      labels: { singular: labels.one, plural: labels.many },
      custom: { panel: { section: 'site', order: 40, roles: ['editor'] } },
      access: formAccess.collection,
      lockDocuments: false,
      admin: {
        group: labels.group,
        useAsTitle: 'title',
        description: labels.about,
        defaultColumns: ['title', 'slug', 'active', 'open'],
        listSearchableFields: ['title', 'slug'],
      },
      hooks: { beforeValidate: [nameParts] },
      fields: ({ defaultFields }) => formFields(defaultFields),
    },
    formSubmissionOverrides: {
      labels: { singular: submissionLabels.one, plural: submissionLabels.many },
      access: submissionAccess.collection,
      lockDocuments: false,
      admin: {
        group: labels.group,
        useAsTitle: 'title',
        description: submissionLabels.about,
        defaultColumns: ['title', 'user', 'company', 'createdAt'],
        listSearchableFields: ['title'],
      },
      fields: () => submissionFields,
    },
  }),
  withoutItsHooks,
]

/** The plugin's hooks of a submission send letters inside the request and know payments; the portal's action does its own. */
function withoutItsHooks(config: Parameters<Plugin>[0]): ReturnType<Plugin> {
  return {
    ...config,
    collections: config.collections?.map((collection) =>
      collection.slug === 'form-submissions' ? { ...collection, hooks: {} } : collection,
    ),
  }
}

/** What a validation needs to know of whom it answers. */
type Asked = { req: { i18n?: { language?: string } } }
const tell = (text: Text, req: Asked['req'], params?: Record<string, string>): string =>
  say(text, isLocale(req.i18n?.language) ? req.i18n.language : 'ru', params)

/** What nobody can give who has not signed in: files are a company's, records are those that one may see. */
const FOR_THE_SIGNED_IN = ['files', 'record']

function formFields(given: Field[]): Field[] {
  const named = (name: string): Field => {
    const field = given.find((candidate) => 'name' in candidate && candidate.name === name)
    if (!field) throw new Error(`The form builder has no field ${name}`)
    return field
  }
  return [
    named('title'),
    {
      name: 'slug',
      type: 'text',
      label: labels.fields.slug,
      required: true,
      unique: true,
      index: true,
      maxLength: 60,
      admin: { description: labels.help.slug },
      // One that was left empty is made of the title.
      validate: (value: unknown, { req }: Asked) =>
        !value ||
        (typeof value === 'string' && value.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) ||
        tell(labels.wrong.slug, req),
    },
    { name: 'intro', type: 'textarea', label: labels.fields.intro, maxLength: 1_000 },
    inEnglish,
    { name: 'active', type: 'checkbox', label: labels.fields.active, defaultValue: true },
    { name: 'open', type: 'checkbox', label: labels.fields.open, defaultValue: false },
    { name: 'order', type: 'number', label: labels.fields.order, defaultValue: 0, min: 0, max: 1_000 },
    withNames(named('fields')),
    named('submitButtonLabel'),
    named('confirmationType'),
    named('confirmationMessage'),
    withOwnUrl(named('redirect')),
    emails,
  ]
}

/** What a form says to those who read it in English; what is left empty is said in Russian. */
const inEnglish: Field = {
  type: 'collapsible',
  label: labels.inEnglish,
  admin: { initCollapsed: true },
  fields: [
    { name: 'titleEn', type: 'text', label: labels.fields.titleEn, maxLength: 300 },
    { name: 'introEn', type: 'textarea', label: labels.fields.introEn, maxLength: 1_000 },
    { name: 'submitEn', type: 'text', label: labels.fields.submitEn, maxLength: 120 },
    { name: 'confirmationEn', type: 'textarea', label: labels.fields.confirmationEn, maxLength: 2_000 },
  ],
}

/** The portal's own of the plugin's fields: names made of labels, labels in two languages, at least one question. */
function withNames(field: Field): Field {
  if (field.type !== 'blocks') throw new Error('The form builder keeps its fields in blocks')
  return {
    ...field,
    blocks: field.blocks.map((block) => ({ ...block, fields: [...block.fields.flatMap(ofBlock), whenFields()] })),
    maxRows: 100,
    validate: (value: unknown, { data, req }: Asked & { data: unknown }) => {
      const blocks = (Array.isArray(value) ? value : []) as ReferringBlock[]
      const is = (name: string): boolean =>
        data !== null && typeof data === 'object' && (data as Record<string, unknown>)[name] === true
      if (is('active') && blocks.every((block) => isNameless(block as FieldBlock)))
        return tell(labels.wrong.nothingAsked, req)
      const problem = problemOf(blocks)
      if (problem) return tell(problems[problem.text], req, { field: problem.field, other: problem.other })
      const closed = is('open') ? blocks.find(({ blockType }) => FOR_THE_SIGNED_IN.includes(blockType ?? '')) : null
      return !closed || tell(labels.wrong.signedIn, req, { field: String(closed.label ?? '') })
    },
  }
}

/** Fields of a block, which the plugin lays out in rows. */
function ofBlock(field: Field): Field[] {
  if (field.type === 'row') return [{ ...field, fields: field.fields.flatMap(ofBlock).sort(labelsFirst) }]
  if (field.type === 'array') return [{ ...field, fields: field.fields.flatMap(ofBlock) }]
  if (!('name' in field)) return [field]
  const label: Field = {
    name: 'labelEn',
    type: 'text',
    label: labels.fields.labelEn,
    maxLength: 300,
    admin: { width: '50%' },
  }
  switch (field.name) {
    case 'name':
      return [{ ...field, ...made('name', labels.help.name), label: labels.fields.name } as Field]
    case 'value':
      return [{ ...field, ...made('value') } as Field]
    case 'label':
      return [{ ...field, validate: isSaid } as Field, label]
    // The plugin names the text of a note in English alone.
    case 'message':
      return [
        { ...field, label: labels.fields.message } as Field,
        { name: 'messageEn', type: 'textarea', label: labels.fields.messageEn, maxLength: 2_000 },
      ]
    default:
      return [field]
  }
}

/** What an editor writes stands before what is made of it. */
const labelsFirst = (one: Field, other: Field): number => Number(isMade(one)) - Number(isMade(other))
const isMade = (field: Field): boolean => 'name' in field && (field.name === 'name' || field.name === 'value')

/** What is made of a label: shown once it is there, never typed. The hook that makes it runs before the row is written. */
const made = (name: 'name' | 'value', description?: Text): Pick<TextField, 'required' | 'validate' | 'admin'> => ({
  required: false,
  validate: () => true as const,
  admin: {
    readOnly: true,
    width: '50%',
    ...(description ? { description } : {}),
    condition: (_data: unknown, beside: Record<string, unknown> | undefined) => Boolean(beside?.[name]),
  },
})

const isSaid = (value: unknown, { req }: Asked): true | string =>
  (typeof value === 'string' && value.trim() !== '' && value.length <= 300) || tell(labels.wrong.label, req)

function withOwnUrl(field: Field): Field {
  if (field.type !== 'group' || !('name' in field)) throw new Error('The form builder keeps its redirect in a group')
  const url: Field = {
    name: 'url',
    type: 'text',
    label: labels.fields.url,
    maxLength: 300,
    admin: { description: labels.help.url },
    validate: (value: unknown, { data, req }: Asked & { data: unknown }) => {
      const wanted =
        data !== null && typeof data === 'object' && 'confirmationType' in data && data.confirmationType === 'redirect'
      return (!wanted && !value) || isOwnPath(value) || tell(labels.wrong.url, req)
    },
  }
  return { ...field, fields: [url] }
}

const isAddress = (value: string): boolean =>
  /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(value) || /^\{\{[^{}]+\}\}$/.test(value)
const addressField = (name: 'emailTo' | 'replyTo', required: boolean): Field => ({
  name,
  type: 'text',
  label: labels.fields[name],
  required,
  maxLength: 254,
  validate: (value: unknown, { req }: Asked) =>
    (!required && !value) || (typeof value === 'string' && isAddress(value.trim())) || tell(labels.wrong.address, req),
})

/** One recipient each, always from the portal's own address: no copies, no sender of one's own. */
const emails: Field = {
  name: 'emails',
  type: 'array',
  label: labels.fields.emails,
  maxRows: 5,
  admin: { description: labels.help.emails },
  fields: [
    { type: 'row', fields: [addressField('emailTo', true), addressField('replyTo', false)] },
    { name: 'subject', type: 'text', label: labels.fields.subject, required: true, maxLength: 200 },
    { name: 'message', type: 'textarea', label: labels.fields.message, required: true, maxLength: 5_000 },
  ],
}
