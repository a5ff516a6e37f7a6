import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '@/tests/support/portal'
import { foreignWords, linksOf, visitorOf } from '@/tests/support/pageWords'
import { inCabinet, inPanel, languages, walk } from '@/tests/support/walk'

/** Every page that a person can come to from their home, in each language: whole, theirs, and in that language. */

let portal: Portal
let russianOf: (words: string) => string[]

describe('every page that a person can come to', () => {
  beforeAll(async () => {
    portal = await startPortal({ worker: false })
    russianOf = await foreignWords(portal.databaseUrl)
  })
  afterAll(async () => portal?.stop())

  const people = ['client', 'buyer', 'partner', 'employee'].flatMap((role) => languages.map((language) => [role, language] as const))
  it.each(people)('[NAV-01] [NAV-02] in the cabinet: %s, in %s', async (role, language) => {
    const prefix = language === 'en' ? '/en' : ''
    const home = prefix || '/'
    const visit = await visitorOf(portal.url, role, language)
    const places = linksOf((await visit(`${prefix}/site-map`)).html).filter(inCabinet(language))
    const { asked, wrong } = await walk(visit, [home, `${prefix}/site-map`, ...places], { lists: new Set([home, ...places]), mine: inCabinet(language), russianOf: language === 'en' ? russianOf : undefined })
    expect(wrong).toEqual([])
    expect(asked.size).toBeGreaterThan(5)
  })

  const staff = ['manager', 'head', 'accountant', 'editor', 'admin'].flatMap((role) => languages.map((language) => [role, language] as const))
  it.each(staff)('[ROLE-03] [ROLE-04] [ROLE-05] in the panel: %s, in %s', async (role, language) => {
    const visit = await visitorOf(portal.url, role, language)
    const { asked, wrong } = await walk(visit, ['/admin'], { lists: new Set(['/admin']), mine: inPanel, russianOf: language === 'en' ? russianOf : undefined })
    expect(wrong).toEqual([])
    expect(asked.size).toBeGreaterThan(5)
  })
})
