import { isAccount, isCorrAccount, isInn, isOgrn, isOgrnip } from '@/src/lib/checks'

/** A bank that does not exist; its БИК is given to nobody. */
export const BANK = { name: 'АО «Демобанк», г. Москва', bik: '044525999' }

/** Requisites with true check digits, made of a running number: no real company stands behind them. */
export const innOf = (n: number): string => complete(`7799${five(n)}`, 1, isInn)
export const personInnOf = (n: number): string => complete(`77990${five(n)}`, 2, isInn)
export const ogrnOf = (n: number): string => complete(`1207799${five(n)}`, 1, isOgrn)
export const ogrnipOf = (n: number): string => complete(`320779900${five(n)}`, 1, isOgrnip)
export const KPP = '779901001'
export const accountOf = (n: number): string =>
  keyed('40702810', `0000000${String(n).padStart(4, '0')}`, (it) => isAccount(it, BANK.bik))
export const corrAccount = (): string =>
  keyed('30101810', `00000000${BANK.bik.slice(6)}`, (it) => isCorrAccount(it, BANK.bik))

const five = (n: number): string => String(n).padStart(5, '0')

function complete(base: string, digits: number, check: (text: string) => boolean): string {
  for (let tail = 0; tail < 10 ** digits; tail += 1) {
    const text = base + String(tail).padStart(digits, '0')
    if (check(text)) return text
  }
  throw new RangeError(`No check digits fit ${base}`)
}

/** The ninth digit of an account is its key. */
function keyed(head: string, tail: string, check: (text: string) => boolean): string {
  for (let key = 0; key < 10; key += 1) if (check(head + key + tail)) return head + key + tail
  throw new RangeError(`No key fits ${head}`)
}
