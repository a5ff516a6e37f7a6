const LETTERS: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'u',
  ә: 'a',
  ғ: 'g',
  қ: 'k',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  '№': '',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
}

const MAX_LENGTH = 80

/**
 * Text -> the readable part of an address: Latin, lower case, hyphens, at most 80 characters, cut at a word.
 * «Саморез 4,2×16 ШС» -> «samorez-4-2-16-shs». Empty when nothing readable is left: the caller adds an id.
 */
export function slugify(text: string): string {
  const latin = Array.from(text.slice(0, 1_000).normalize('NFC').toLowerCase())
    .map((letter) => (Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : letter))
    .join('')
  const slug = latin
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return slug.length <= MAX_LENGTH ? slug : cut(slug)
}

function cut(slug: string): string {
  const head = slug.slice(0, MAX_LENGTH + 1)
  const word = head.lastIndexOf('-')
  return (word > MAX_LENGTH / 2 ? head.slice(0, word) : head.slice(0, MAX_LENGTH)).replace(/-+$/, '')
}
