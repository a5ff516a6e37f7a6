import { select, text } from 'payload/shared'
import type { SelectFieldManyValidation, TextFieldManyValidation, TextFieldSingleValidation } from 'payload'
import { defaultLocale, isLocale, say, type Text } from '@/src/lib/i18n'
import { readNetwork } from '@/src/mechanisms/exchange/nodeAuth'
import { exchangeNodeLabels as labels } from './exchange-node.labels'

type Asked = { req: { i18n: { language: string } } }

const words = (said: Text, { req }: Asked, params?: Record<string, string>): string =>
  say(said, isLocale(req.i18n.language) ? req.i18n.language : defaultLocale, params)

/** Basic credentials part login and password by a colon, and 1C cuts spaces off. */
export const validLogin: TextFieldSingleValidation = (value, options) => {
  if (value && (value.includes(':') || value.trim() !== value)) return words(labels.loginWrong, options)
  return text(value, options)
}

/** A node that may do nothing cannot even sign in, and 1C is not told why. */
export const validEntities: SelectFieldManyValidation = (value, options) => {
  if (Array.isArray(value) && value.length === 0) return words(labels.nothingAllowed, options)
  return select(value, options)
}

/** One wrong entry in the list of addresses shuts out whoever comes from there. */
export const validAddresses: TextFieldManyValidation = (value, options) => {
  const wrong = value?.find((entry) => !readNetwork(String(entry)))
  return wrong === undefined ? true : words(labels.addressWrong, options, { entry: String(wrong).slice(0, 60) })
}
