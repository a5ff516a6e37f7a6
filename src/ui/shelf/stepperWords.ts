import { say, type Locale } from '@/src/lib/i18n'
import type { QtyStepperProps } from './QtyStepper'
import { shelfLabels as words } from './shelf.labels'

/** Every word of a stepper for one thing; `{qty}`, `{limit}`, `{count}` and `{size}` are filled in when they are known. */
export function stepperWords(locale: Locale, named: { name: string; unit: string }): QtyStepperProps['words'] {
  const later = { ...named, qty: '{qty}', limit: '{limit}' }
  const counted = { count: '{count}', size: '{size}' }
  return {
    add: say(words.toCart, locale),
    addNamed: say(words.addNamed, locale, named),
    less: say(words.less, locale, named),
    more: say(words.plus, locale, named),
    qty: say(words.qty, locale, named),
    failed: say(words.failed, locale),
    notNumber: say(words.notNumber, locale, later),
    packs: {
      one: say(words.inPacks.one, locale, counted),
      few: say(words.inPacks.few, locale, counted),
      many: say(words.inPacks.many, locale, counted),
      other: say(words.inPacks.other, locale, counted),
    },
    refused: {
      'qty.whole': say(words.whole, locale, later),
      'qty.packs': say(words.packs, locale, later),
      'qty.least': say(words.least, locale, later),
      'qty.noPrice': say(words.noPriceFor, locale, later),
      'qty.tooMuch': say(words.tooMuch, locale, later),
    },
  }
}
