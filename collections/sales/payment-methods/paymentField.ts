import type { TextField, TextFieldSingleValidation } from 'payload'
import { errorLabel, errorLabels } from '@/src/lib/error-labels'
import { defaultLocale, isLocale, say, type Text } from '@/src/lib/i18n'
import { isPaymentMethod } from './definePaymentMethod'

export const PAYMENT_LENGTH = 40

const declared: TextFieldSingleValidation = (value, { previousValue, req }) => {
  // What stands in the row already is not judged again: its area may be gone.
  if (isPaymentMethod(value) || (value && value === previousValue)) return true
  const language = req.i18n?.language
  return say(
    errorLabel('payment.unknown') ?? errorLabels['input.invalid'],
    isLocale(language) ? language : defaultLocale,
  )
}

/** How a record is paid for: one of the declared methods, chosen from a list in the panel. `usual`: when nobody says. */
export const paymentField = (label: Text, usual: string): TextField => ({
  name: 'paymentMethod',
  type: 'text',
  label,
  required: true,
  defaultValue: usual,
  maxLength: PAYMENT_LENGTH,
  custom: { code: 'payment', editable: true },
  validate: declared,
})
