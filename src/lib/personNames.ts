// @ts-expect-error -- the package has no types
import untyped from 'petrovich'

export type NameCase = 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional'
type Parts = { first?: string; middle?: string; last?: string; gender?: 'male' | 'female' | 'androgynous' }
const petrovich = untyped as (person: Parts, to: NameCase) => Parts

const WORD = /^[А-ЯЁа-яё-]+\.?$/
/** «Соболев А. И.»: whether it is a man or a woman the surname says. */
const INITIALLED = /^([А-ЯЁа-яё-]{2,})(\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.)$/
const PATRONYMIC = /(вич|ьич|ич|вна|чна|шна)$/i

/**
 * A Russian name in another case: «Иванова Ивана Ивановича» of «Иванов Иван Иванович». `byHand` is what a person wrote
 * for it: it stands. A name that is not three Russian words, in that order or with the patronymic in the middle, nor a surname
 * with initials, stays as it is.
 */
export function declinedName(name: string, to: NameCase, byHand?: string | null): string {
  if (byHand?.trim()) return byHand.trim()
  const short = INITIALLED.exec(name.trim())
  if (short) {
    const [, last = '', initials = ''] = short
    return `${petrovich({ last, gender: /(ва|на|ая)$/i.test(last) ? 'female' : 'male' }, to).last ?? last}${initials}`
  }
  const words = name.trim().split(/\s+/)
  if (words.length !== 3 || !words.every((word) => WORD.test(word))) return name.trim()
  const [one = '', two = '', three = ''] = words
  if (PATRONYMIC.test(three)) {
    const { last = one, first = two, middle = three } = inflected({ last: one, first: two, middle: three }, to)
    return `${last} ${first} ${middle}`
  }
  if (!PATRONYMIC.test(two)) return name.trim()
  const { first = one, middle = two, last = three } = inflected({ first: one, middle: two, last: three }, to)
  return `${first} ${middle} ${last}`
}

/** «Иванов И. И.» of «Иванов Иван Иванович» or «Иван Иванович Иванов»; anything else as it is. */
export function initialled(name: string): string {
  const words = name.trim().split(/\s+/)
  if (words.length !== 3 || !words.every((word) => WORD.test(word))) return name.trim()
  const [one = '', two = '', three = ''] = words
  const [last, first, middle] = PATRONYMIC.test(three) || !PATRONYMIC.test(two) ? [one, two, three] : [three, one, two]
  return `${last} ${first.charAt(0)}. ${middle.charAt(0)}.`
}

const inflected = (parts: Parts, to: NameCase): Parts =>
  petrovich({ ...parts, gender: genderOf(parts.middle ?? '') }, to)

const genderOf = (patronymic: string): 'male' | 'female' => (/а$/i.test(patronymic) ? 'female' : 'male')

/** Words of posts that stand in contracts, in the genitive; what is not here is told by hand. */
const POSTS: Readonly<Record<string, string>> = {
  генеральный: 'генерального',
  исполнительный: 'исполнительного',
  коммерческий: 'коммерческого',
  финансовый: 'финансового',
  технический: 'технического',
  первый: 'первого',
  индивидуальный: 'индивидуального',
  единственный: 'единственного',
  главный: 'главного',
  старший: 'старшего',
  директор: 'директора',
  президент: 'президента',
  'вице-президент': 'вице-президента',
  председатель: 'председателя',
  заместитель: 'заместителя',
  руководитель: 'руководителя',
  управляющий: 'управляющего',
  начальник: 'начальника',
  предприниматель: 'предпринимателя',
  учредитель: 'учредителя',
  бухгалтер: 'бухгалтера',
  менеджер: 'менеджера',
}

/** «Генерального директора» of «Генеральный директор»: the words up to the first that is not known, which is the rest of a post («по продажам»). */
export function postInGenitive(post: string, byHand?: string | null): string {
  if (byHand?.trim()) return byHand.trim()
  let known = true
  return post
    .trim()
    .split(/\s+/)
    .map((word) => {
      const found = known ? POSTS[word.toLowerCase()] : undefined
      known = found !== undefined
      if (found === undefined) return word
      return /^[А-ЯЁ]/.test(word) ? found.charAt(0).toUpperCase() + found.slice(1) : found
    })
    .join(' ')
}
