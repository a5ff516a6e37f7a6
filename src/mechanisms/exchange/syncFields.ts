import type { Field } from 'payload'

/**
 * The sync passport of a record: who it is in the ERP, from which node and run it came, when, and
 * the hash of what came (unchanged data is not written again). Written by the exchange alone.
 */
export function syncFields(): Field[] {
  const guarded = { create: () => false, update: () => false }
  return [
    {
      type: 'collapsible',
      label: { ru: 'Обмен с 1С', en: 'Exchange with 1C' },
      admin: { initCollapsed: true, position: 'sidebar' },
      fields: [
        {
          name: 'externalId',
          type: 'text',
          unique: true,
          index: true,
          label: { ru: 'Идентификатор в 1С', en: 'Identifier in 1C' },
          access: guarded,
          admin: { readOnly: true },
        },
        {
          name: 'syncNode',
          type: 'text',
          label: { ru: 'Узел обмена', en: 'Exchange node' },
          access: guarded,
          admin: { readOnly: true },
        },
        {
          name: 'syncRun',
          type: 'text',
          label: { ru: 'Сеанс обмена', en: 'Exchange run' },
          access: guarded,
          admin: { readOnly: true },
        },
        {
          name: 'syncedAt',
          type: 'date',
          label: { ru: 'Получено', en: 'Received' },
          access: guarded,
          admin: { readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
        },
        { name: 'syncHash', type: 'text', access: { ...guarded, read: () => false }, admin: { hidden: true } },
      ],
    },
  ]
}
