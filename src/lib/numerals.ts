export type Gender = 'm' | 'f'

const UNITS = ',один,два,три,четыре,пять,шесть,семь,восемь,девять'.split(',')
const TEENS =
  'десять,одиннадцать,двенадцать,тринадцать,четырнадцать,пятнадцать,шестнадцать,семнадцать,восемнадцать,девятнадцать'.split(
    ',',
  )
const TENS = ',,двадцать,тридцать,сорок,пятьдесят,шестьдесят,семьдесят,восемьдесят,девяносто'.split(',')
const HUNDREDS = ',сто,двести,триста,четыреста,пятьсот,шестьсот,семьсот,восемьсот,девятьсот'.split(',')
const GROUPS: readonly (readonly [string, string, string, Gender])[] = [
  ['', '', '', 'm'],
  ['тысяча', 'тысячи', 'тысяч', 'f'],
  ['миллион', 'миллиона', 'миллионов', 'm'],
  ['миллиард', 'миллиарда', 'миллиардов', 'm'],
  ['триллион', 'триллиона', 'триллионов', 'm'],
  ['квадриллион', 'квадриллиона', 'квадриллионов', 'm'],
]

const SMALL_EN = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ')
const TENS_EN = ',,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',')
const GROUPS_EN = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion']

/** A whole number, not negative, in Russian words; the gender is that of the noun that follows. */
export function russianNumber(value: number, gender: Gender = 'm'): string {
  if (value === 0) return 'ноль'
  return threes(value)
    .flatMap(({ part, group }) => {
      const [one, few, many, groupGender] = GROUPS[group] ?? ['', '', '', 'm']
      const noun =
        part % 100 > 10 && part % 100 < 15 ? many : part % 10 === 1 ? one : part % 10 > 1 && part % 10 < 5 ? few : many
      return [russianHundreds(part, group === 0 ? gender : groupGender), noun]
    })
    .filter(Boolean)
    .join(' ')
}

/** A whole number, not negative, in English words. */
export function englishNumber(value: number): string {
  if (value === 0) return 'zero'
  return threes(value)
    .flatMap(({ part, group }) => [englishHundreds(part), GROUPS_EN[group] ?? ''])
    .filter(Boolean)
    .join(' ')
}

/** Groups of three digits, the highest first, empty ones left out. */
function threes(value: number): { part: number; group: number }[] {
  const groups: { part: number; group: number }[] = []
  for (let rest = value, group = 0; rest > 0; rest = Math.floor(rest / 1_000), group += 1) {
    if (rest % 1_000) groups.unshift({ part: rest % 1_000, group })
  }
  return groups
}

function russianHundreds(part: number, gender: Gender): string {
  const [unit, ten] = [part % 10, Math.floor(part / 10) % 10]
  const words = [HUNDREDS[Math.floor(part / 100)]]
  if (ten === 1) words.push(TEENS[unit])
  else words.push(TENS[ten], gender === 'f' && unit === 1 ? 'одна' : gender === 'f' && unit === 2 ? 'две' : UNITS[unit])
  return words.filter(Boolean).join(' ')
}

function englishHundreds(part: number): string {
  const [hundreds, rest] = [Math.floor(part / 100), part % 100]
  const tail =
    rest < 20
      ? rest
        ? SMALL_EN[rest]
        : ''
      : [TENS_EN[Math.floor(rest / 10)], rest % 10 ? SMALL_EN[rest % 10] : ''].filter(Boolean).join('-')
  return [hundreds ? `${SMALL_EN[hundreds]} hundred` : '', tail].filter(Boolean).join(' ')
}

const UNITS_OF = ',одного,двух,трёх,четырёх,пяти,шести,семи,восьми,девяти'.split(',')
const TENS_OF = ',,двадцати,тридцати,сорока,пятидесяти,шестидесяти,семидесяти,восьмидесяти,девяноста'.split(',')
const HUNDREDS_OF = ',ста,двухсот,трёхсот,четырёхсот,пятисот,шестисот,семисот,восьмисот,девятисот'.split(',')

/** A whole number below a million in Russian words, in the genitive: «в течение четырнадцати дней». A RangeError beyond. */
export function russianGenitive(value: number, gender: Gender = 'm'): string {
  if (!Number.isInteger(value) || value < 0 || value > 999_999) throw new RangeError(`not below a million: ${value}`)
  if (value === 0) return 'ноля'
  const [thousands, rest] = [Math.floor(value / 1_000), value % 1_000]
  const one = thousands % 10 === 1 && thousands % 100 !== 11
  return [
    thousands ? `${hundredsOf(thousands, 'f')} ${one ? 'тысячи' : 'тысяч'}` : '',
    rest ? hundredsOf(rest, gender) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function hundredsOf(part: number, gender: Gender): string {
  const [unit, ten] = [part % 10, Math.floor(part / 10) % 10]
  const words = [HUNDREDS_OF[Math.floor(part / 100)]]
  if (ten === 1) words.push((TEENS[unit] ?? '').replace(/ь$/, 'и'))
  else words.push(TENS_OF[ten], gender === 'f' && unit === 1 ? 'одной' : UNITS_OF[unit])
  return words.filter(Boolean).join(' ')
}
