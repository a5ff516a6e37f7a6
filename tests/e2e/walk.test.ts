import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startPortal, type Portal } from '@/tests/support/portal'
import { foreignWords, visitorOf } from '@/tests/support/pageWords'
import { inCabinet, inPanel, walk } from '@/tests/support/walk'

/**
 * Every page that a person can come to from their home: whole, theirs and, where it is English, in English. Of addresses
 * of one shape (orders, products, one list with one thing asked of it) one is asked for. The client walks it in both languages,
 * the partner in English, the employee in Russian; of the panel the manager in Russian and the administrator, who has every
 * page of it, in English, where words that were not translated are seen.
 */

let portal: Portal
let russianOf: (words: string) => string[]

describe('every page that a person can come to', () => {
  beforeAll(async () => {
    portal = await startPortal({ worker: false })
  })
  // A walk leaves data behind: what is printed on the way is kept under its name.
  beforeEach(async () => {
    russianOf = await foreignWords(portal.databaseUrl)
  })
  afterAll(async () => portal?.stop())

  const people = [
    ['client', 'ru', 1],
    ['client', 'en', 1],
    ['partner', 'en', 1],
    ['employee', 'ru', 1],
  ] as const
  it.each(people)('[NAV-01] [NAV-02] in the cabinet: %s, in %s', async (role, language, each) => {
    const prefix = language === 'en' ? '/en' : ''
    const visit = await visitorOf(portal.url, role, language)
    const { asked, wrong } = await walk(visit, [prefix || '/', `${prefix}/site-map`], {
      each,
      mine: inCabinet(language),
      russianOf: language === 'en' ? russianOf : undefined,
    })
    expect(wrong).toEqual([])
    expect(asked.size).toBeGreaterThan(5)
  })

  const staff = [
    ['manager', 'ru'],
    ['admin', 'en'],
  ] as const
  it.each(staff)('[ROLE-03] [ROLE-04] [ROLE-05] in the panel: %s, in %s', async (role, language) => {
    const visit = await visitorOf(portal.url, role, language)
    const { asked, wrong } = await walk(visit, ['/admin'], {
      mine: inPanel,
      russianOf: language === 'en' ? russianOf : undefined,
    })
    expect(wrong).toEqual([])
    expect(asked.size).toBeGreaterThan(5)
  })
})
