import { z } from 'zod'
import { parseDecimal } from '@/src/lib/decimal'
import { formatMoney } from '@/src/lib/money'
import { defineFieldKind } from '../defineFieldKind'

/** Words between the fields. */
defineFieldKind<never>({
  kind: 'message',
  label: { ru: 'Пояснение', en: 'Note' },
  control: { as: 'note' },
  asks: false,
  read: () => undefined,
  schema: () => z.never(),
  words: () => '',
  typed: () => ({}),
})

/** What the form works out by itself: a decimal, of money where the field has a currency. */
defineFieldKind<string>({
  kind: 'computed',
  label: { ru: 'Расчёт', en: 'Sum' },
  control: { as: 'result' },
  block: [
    {
      type: 'row',
      fields: [
        {
          name: 'by',
          type: 'select',
          label: { ru: 'Что считать', en: 'What is counted' },
          required: true,
          defaultValue: 'sum',
          options: [
            { value: 'sum', label: { ru: 'Сумма полей', en: 'Sum of fields' } },
            { value: 'product', label: { ru: 'Произведение полей', en: 'Product of fields' } },
            { value: 'columnSum', label: { ru: 'Сумма колонки таблицы', en: 'Sum of a column' } },
          ],
        },
        {
          name: 'currency',
          type: 'text',
          label: { ru: 'Валюта, если это деньги', en: 'Currency, where it is money' },
          maxLength: 3,
        },
      ],
    },
    {
      name: 'of',
      type: 'textarea',
      label: { ru: 'Из чего', en: 'Of what' },
      required: true,
      maxLength: 1_000,
      admin: {
        description: {
          ru: 'Подписи полей, каждая с новой строки. Колонка таблицы — «Таблица / Колонка».',
          en: 'Labels of fields, one a line. A column of a table is “Table / Column”.',
        },
      },
    },
  ],
  schema: () => z.string(),
  words: (value, { currency }, locale) =>
    currency
      ? formatMoney(parseDecimal(value, 2), currency, locale).text
      : locale === 'ru'
        ? value.replace('.', ',')
        : value,
  cell: (value, { currency }) =>
    currency ? { type: 'money', of: parseDecimal(value, 2) } : { type: 'number', of: Number(value) },
  typed: () => ({}),
})
