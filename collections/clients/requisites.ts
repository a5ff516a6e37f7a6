import type { TextFieldSingleValidation } from 'payload'
import { isBik, isInn, isKpp, isOgrn, isOgrnip } from '@/src/lib/checks'
import { errorLabels } from '@/src/lib/error-labels'
import { defaultLocale, isLocale, say } from '@/src/lib/i18n'

type Code = 'inn.wrong' | 'kpp.wrong' | 'ogrn.wrong' | 'account.wrong'

/** A number whose own digits prove it; an empty field is no mistake. What stands there already is not judged again. */
const proved =
  (check: (text: string) => boolean, code: Code): TextFieldSingleValidation =>
  (value, { req, previousValue }) => {
    if (!value || value === previousValue || check(value)) return true
    const language = req.i18n.language
    return say(errorLabels[code], isLocale(language) ? language : defaultLocale)
  }

/** Checks of requisites that people type in the panel: the same as for what 1C sends. */
export const validInn = proved(isInn, 'inn.wrong')
export const validKpp = proved(isKpp, 'kpp.wrong')
export const validOgrn = proved((text) => isOgrn(text) || isOgrnip(text), 'ogrn.wrong')
export const validBik = proved(isBik, 'account.wrong')
