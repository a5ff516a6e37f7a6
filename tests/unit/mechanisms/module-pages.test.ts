import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'

const cabinet = path.join(root, 'app/(cabinet)/[locale]')

/** Pages and routes of nobody's module: the person's own, what stands before signing in, and the demo's. */
const COMMON = [
  'page.tsx',
  'company/page.tsx',
  'notifications/page.tsx',
  'profile/page.tsx',
  'site-map/page.tsx',
  '[...rest]/page.tsx',
  'demo/letters/page.tsx',
  'demo/letters/[id]/page.tsx',
]

const answers = (readdirSync(cabinet, { recursive: true }) as string[])
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !file.startsWith('(auth)/'))
  .sort()

/** What modules say of themselves, read as text: importing them would need a whole portal. */
const areas = readdirSync(path.join(root, 'collections'), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
)
const modules = areas.flatMap(({ name: area }) =>
  readdirSync(path.join(root, 'collections', area))
    .filter((file) => file.endsWith('.module.ts'))
    .map((file) => {
      const text = readFileSync(path.join(root, 'collections', area, file), 'utf8')
      return {
        slug: /slug: '([\w-]+)'/.exec(text)?.[1] ?? '',
        required: /required: true/.test(text),
        paths: [...text.matchAll(/href: '([^']+)'/g)].map(([, href]) => href ?? ''),
      }
    }),
)
const moduleOf = (file: string): string | undefined => {
  const text = readFileSync(path.join(cabinet, file), 'utf8')
  const named = /(?:module: |isModuleOn\(req, )'([\w-]+)'/.exec(text)?.[1]
  if (named || !/(?:= |default )list(?:Page|File)\(/.test(text)) return named
  // A declared list goes with the area that declares it.
  return /from '@\/collections\/([\w-]+)\/[^']+\.list'/.exec(text)?.[1]
}

describe('pages and the switches of modules', () => {
  it('every page and file of the cabinet asks the switch of its module, or is known to belong to none', () => {
    expect(answers.filter((file) => moduleOf(file) === undefined)).toEqual(COMMON.slice().sort())
    const known = modules.map(({ slug }) => slug)
    expect(answers.flatMap((file) => moduleOf(file) ?? []).filter((slug) => !known.includes(slug))).toEqual([])
  })

  it('no page is begun before it is known: without script it comes whole, and what is not there answers 404', () => {
    const begun = (readdirSync(cabinet, { recursive: true }) as string[]).filter(
      (file) => path.basename(file) === 'loading.tsx',
    )
    expect(begun).toEqual([])
  })

  it.each(
    modules.filter(({ required }) => !required).flatMap(({ slug, paths }) => paths.map((at) => [slug, at] as const)),
  )('%s: the page %s is its own', (slug, at) => {
    const file = answers.find(
      (candidate) => candidate === `${at.slice(1)}/page.tsx` || candidate === `${at.slice(1)}/[[...slug]]/page.tsx`,
    )
    expect(moduleOf(file ?? '')).toBe(slug)
  })
})
