import { say, type Locale } from '@/src/lib/i18n'
import { quickOrderPage as words } from './quickOrder.labels'

/** Words of the form and of its answer, in one language; `{line}`, `{text}` and `{qty}` are filled in by the browser. */
export function quickOrderWords(locale: Locale) {
  const later = { line: '{line}', text: '{text}', qty: '{qty}' }
  return {
    title: say(words.title, locale),
    text: say(words.text, locale),
    textHelp: say(words.textHelp, locale),
    example: say(words.example, locale),
    file: say(words.file, locale),
    fileHelp: say(words.fileHelp, locale),
    invite: say(words.invite, locale),
    check: say(words.check, locale),
    result: say(words.result, locale),
    choose: say(words.choose, locale),
    chooseText: say(words.chooseText, locale),
    chooseOne: say(words.chooseOne, locale),
    choiceOf: say(words.choiceOf, locale, later),
    faults: say(words.faults, locale),
    faultsText: say(words.faultsText, locale),
    ready: say(words.ready, locale),
    more: say(words.more, locale),
    line: say(words.line, locale, later),
    put: say(words.put, locale),
    putNothing: say(words.putNothing, locale),
    download: say(words.download, locale),
  }
}

export type QuickOrderWords = ReturnType<typeof quickOrderWords>
