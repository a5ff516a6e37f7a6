import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/lib/paths.mjs'
import { REST_LIMITS } from '@/src/mechanisms/access/restLimits'
import { PRESS_SECONDS } from '@/src/mechanisms/actions/defineAction'
import { AUDIT_KEPT_DAYS } from '@/src/mechanisms/audit/sweepAudit'
import { PREFERENCE_LIMITS } from '@/src/mechanisms/database/preferenceLimits'
import { SLOW_MS } from '@/src/mechanisms/database/watchQueries'
import { lanes } from '@/src/mechanisms/jobs/lanes'
import { DEVICE_COOKIE_SECONDS } from '@/src/mechanisms/sessions/knownDevice'
import { CONFIRM_SECONDS } from '@/src/mechanisms/sessions/registrations'
import { UNDO_MINUTES } from '@/src/mechanisms/workflow/undo'
import { UNCONFIRMED_DAYS } from '@/collections/clients/companies/company.jobs'
import { bodyPatience } from '@/src/lib/http/watchBody'

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const DAY = 24 * 60 * 60

/** A number that its file keeps for itself: `const NAME = 2 * 60`, or `limit: 10` behind the name. */
function kept(file: string, name: string, part?: string): number {
  const [, value = ''] = new RegExp(`const ${name}\\b[^=]*= (.+)`).exec(read(file)) ?? []
  const [, sum = ''] = (part ? new RegExp(`${part}: ([\\d_* ]+)`) : /^([\d_*./ ]+)$/).exec(value) ?? []
  if (!sum.trim()) throw new Error(`${file} has no number ${name}`)
  return sum.split('*').reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1)
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const word = (number: number): string => (number === 100 ? 'a hundred' : (WORDS[number] ?? String(number)))
const figure = (number: number): string => number.toLocaleString('en-US')
const MB = 1024 * 1024

const limits = 'src/mechanisms/sessions/limits.ts'
const strangers = 'src/mechanisms/sessions/strangers.ts'
const invitations = 'collections/people/memberships/membership.invitation.actions.ts'

/** What pages say by a number, and where the code has it. */
const SAID: Record<string, () => string[]> = {
  'docs/adr/0002-sql-below-payload.md': () => [`${word(kept('scripts/sql.ts', 'UNREAD'))} today`],
  'docs/adr/0003-queue-and-outbox.md': () => [`share ${word(Object.keys(lanes).length)} lanes`],
  'docs/deploy.md': () => [
    `up to ${poolSize() + 1} connections`,
    `a worker ${poolSize() + Number(/^ {4}max: (\d+),$/m.exec(read('src/mechanisms/jobs/worker.ts'))?.[1]) + 2}:`,
  ],
  'docs/mechanisms/access.md': () => [
    `a page has ${REST_LIMITS.rows} rows`,
    `${REST_LIMITS.conditions} conditions ${REST_LIMITS.nesting} deep`,
    `paths of ${REST_LIMITS.path} names`,
    `${REST_LIMITS.list} items of a list`,
    `${REST_LIMITS.sorts} sorts`,
    `${figure(REST_LIMITS.page)} pages`,
    `preferences of ${PREFERENCE_LIMITS.bytes / 1024} KB under ${PREFERENCE_LIMITS.keys} keys`,
    `ended after ${bodyPatience('/').idleMs / 1_000} seconds`,
    `the same ${/FUZZ \?\? (\d+)/.exec(read('tests/access/fuzz.test.ts'))?.[1]} in every run`,
  ],
  'docs/mechanisms/audit.md': () => [`kept for ${word(Math.floor(AUDIT_KEPT_DAYS / 365))} years`],
  'docs/mechanisms/forms.md': () => [
    `may send ${word(kept('app/(cabinet)/[locale]/forms/[slug]/form.server.ts', 'LIMIT', 'limit'))} answers an hour`,
  ],
  'docs/mechanisms/jobs.md': () => [
    `unconfirmed for ${UNCONFIRMED_DAYS} days`,
    `sessions after ${kept('src/mechanisms/audit/sweepAudit.ts', 'SESSIONS_KEPT_DAYS')} days`,
  ],
  'docs/mechanisms/modules.md': () => [
    `within ${word(kept('src/mechanisms/modules/switches.ts', 'FRESH_MS') / 1_000)} seconds`,
  ],
  'docs/mechanisms/print.md': () => [
    `${kept('src/mechanisms/print/render.ts', 'MAX_HTML_BYTES') / MB} MB of HTML`,
    `${kept('src/mechanisms/print/render.ts', 'MAX_PDF_BYTES') / MB} MB of PDF`,
    `after ${kept('src/mechanisms/print/browser.ts', 'RENDERS_PER_BROWSER')} renders`,
    `a line of ${kept('src/mechanisms/print/render.ts', 'EACH', 'waiting')} of one person`,
  ],
  'docs/mechanisms/reading.md': () => [
    `over ${SLOW_MS} ms`,
    `${kept('collections/catalogue/products/rememberedCounts.ts', 'FRESH_MS') / 1_000} s, or until goods change`,
    `${kept('src/mechanisms/modules/switches.ts', 'FRESH_MS') / 1_000} s, or until they are saved`,
  ],
  'docs/mechanisms/sessions.md': () => [
    `${word(kept(limits, 'PAIR', 'limit'))} in a quarter of an hour`,
    `${word(kept(limits, 'ADDRESS', 'limit'))} for an address`,
    `${word(kept(limits, 'ACCOUNT', 'limit'))} an hour for an account`,
    `A confirmation and an invitation work for ${word(CONFIRM_SECONDS / 60 / 60 / 24)} days`,
    `${word(kept('collections/people/memberships/sendInvitation.ts', 'INVITE_SECONDS') / DAY)} days, an invitation by a contact's access`,
    `access for ${word(kept('collections/clients/contacts/contact.actions.ts', 'INVITE_SECONDS') / DAY)},`,
    `(${word(kept(strangers, 'TO_ONE', 'limit'))} an hour)`,
    `(twenty an hour; invitations sixty)`,
    `is known for ${DEVICE_COOKIE_SECONDS / DAY} days`,
  ],
  'docs/mechanisms/workflow.md': () => [
    `within ${UNDO_MINUTES} minutes`,
    `two presses within ${word(PRESS_SECONDS)} seconds`,
  ],
}

const poolSize = (): number => Number(/^ {12}max: (\d+),$/m.exec(read('payload.config.ts'))?.[1])

/** Words of a page in one line, as they are read. */
const flat = (page: string): string => read(page).replace(/\s+/g, ' ')

describe('numbers of the documentation', () => {
  it.each(Object.entries(SAID))('are those of the code: %s', (page, said) => {
    const text = flat(page)
    expect(said().filter((words) => !text.includes(words))).toEqual([])
  })

  it('that are written in words', () => {
    expect([kept(strangers, 'BY_ONE', 'limit'), kept(invitations, 'BY_ONE', 'limit')]).toEqual([20, 60])
  })

  it('are asked of a constant that is there', () => {
    expect(() => kept(limits, 'NOBODY', 'limit')).toThrow('has no number NOBODY')
  })
})
