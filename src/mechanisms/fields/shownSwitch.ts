import type { CheckboxField, Field } from 'payload'
import type { Text } from '@/src/lib/i18n'

/** Column of the switch itself. */
export const SHOWN = 'active'
/** Column that remembers a person's own hiding: the exchange shows such a record no more, whatever 1C sends. */
export const HIDDEN_BY_HAND = 'hidden_by_hand'
export const HIDDEN_FIELD = 'hiddenByHand'

/**
 * «Показывается», a switch that both 1C and people turn. What a person hid stays hidden until a person shows it; what
 * 1C hides or shows again is remembered beside it. The exchange honours it on both roads: a `BulkTable` by a column with
 * `unless: HIDDEN_BY_HAND`, `upsert` by finding the switch among the fields of the collection.
 */
export function shownSwitch(label: Text, admin: CheckboxField['admin'] = {}): Field[] {
  return [
    {
      name: SHOWN,
      type: 'checkbox',
      label,
      defaultValue: true,
      admin,
      hooks: {
        beforeChange: [
          ({ value, previousValue, siblingData, req }) => {
            if (req.user && value !== undefined && value !== (previousValue ?? true))
              siblingData[HIDDEN_FIELD] = value === false
            return value
          },
        ],
      },
    },
    {
      name: HIDDEN_FIELD,
      type: 'checkbox',
      label: { ru: 'Скрыто вручную', en: 'Hidden by hand' },
      defaultValue: false,
      access: { create: () => false, update: () => false },
      admin: { hidden: true, disableListColumn: true },
    },
  ]
}
