import type { CheckboxField, Field } from 'payload'
import type { Text } from '@/src/lib/i18n'

/** Column that remembers a person's own hiding: the exchange shows such a record no more, whatever 1C sends. */
export const HIDDEN_BY_HAND = 'hidden_by_hand'

/**
 * «Показывается», a switch that both 1C and people turn. What a person hid stays hidden until a person shows it; what
 * 1C hides or shows again is remembered beside it. The exchange writes `active` by a column with `unless: HIDDEN_BY_HAND`.
 */
export function shownSwitch(label: Text, admin: CheckboxField['admin'] = {}): Field[] {
  return [
    {
      name: 'active',
      type: 'checkbox',
      label,
      defaultValue: true,
      admin,
      hooks: {
        beforeChange: [
          ({ value, previousValue, siblingData, req }) => {
            if (req.user && value !== undefined && value !== (previousValue ?? true)) siblingData.hiddenByHand = value === false
            return value
          },
        ],
      },
    },
    {
      name: 'hiddenByHand',
      type: 'checkbox',
      label: { ru: 'Скрыто вручную', en: 'Hidden by hand' },
      defaultValue: false,
      access: { create: () => false, update: () => false },
      admin: { hidden: true, disableListColumn: true },
    },
  ]
}
