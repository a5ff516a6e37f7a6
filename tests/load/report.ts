const HEAD =
  '# Benchmarks\n\nTimes are of one run; what counts are the ratios. `npm run bench` makes this page, `npm run bench -- pages` one part of it.\n'

const begin = (name: string): string => `<!-- ${name} -->`
const END = '<!-- end -->'

/** The page with this part written anew; the other parts stay as they are, in their order. */
export function withPart(page: string, name: string, text: string): string {
  const parts = new Map<string, string>()
  for (const [, part, held] of page.matchAll(/<!-- (\w+) -->\n([\s\S]*?)<!-- end -->/g))
    if (part) parts.set(part, held ?? '')
  parts.set(name, `${text.trim()}\n`)
  return [HEAD, ...[...parts].map(([part, held]) => `${begin(part)}\n${held}${END}\n`)].join('\n')
}
