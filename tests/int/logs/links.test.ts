import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload } from 'payload'
import { formatLine } from '@/src/lib/logger'
import { secretRoutes } from '@/src/lib/http/secretRoutes'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import { enqueue } from '@/src/mechanisms/jobs/enqueue'
import { inTransaction } from '@/src/mechanisms/database/transaction'
import { personLetterJob } from '@/src/mechanisms/sessions/person-letters'
import { personLetterLabels, type PersonLetterKind } from '@/src/mechanisms/sessions/person-letters.labels'
import { issueToken, tokenText, type TokenPurpose } from '@/src/mechanisms/sessions/tokens'
import { mailbox, visitor } from '@/tests/int/people/letters'
import { emptyDatabase, getTestPayload } from '@/tests/support/payload'
import { readFile } from 'node:fs/promises'

let payload: Payload
beforeAll(async () => {
  payload = await getTestPayload()
})
beforeEach(emptyDatabase)

// Object.keys forgets that the keys are the kinds.
const kinds = Object.keys(personLetterLabels) as PersonLetterKind[]
const purposeOf = (kind: PersonLetterKind): TokenPurpose =>
  kind === 'confirm' || kind === 'invite' || kind === 'email' ? kind : 'recover'

describe('links of letters in the log', () => {
  it.each(
    kinds.flatMap((kind) =>
      (['users', 'staff'] as const).flatMap((collection) =>
        (['ru', 'en'] as const).map((locale) => ({ kind, collection, locale })),
      ),
    ),
  )(
    'the secret of $kind to $collection in $locale is in no line, as a path, a Referer or a part of another address',
    async ({ kind, collection, locale }) => {
      const id = await insertRow(payload, collection, {
        name: 'Анна',
        email: 'anna@example.com',
        active: true,
        locale,
        ...(collection === 'users' ? { kind: 'client' } : { role: 'manager' }),
      })
      const mail = mailbox(payload)
      const req = await visitor(payload, '10.0.0.1')
      const token = await inTransaction(req, async () => {
        const made = await issueToken(req, { purpose: purposeOf(kind), collection, person: id, ttlSeconds: 60 })
        await enqueue(req, personLetterJob, {
          kind,
          collection,
          person: id,
          token: made,
          params: { email: 'x', company: 'x', author: 'x' },
        })
        return made
      })
      const [letter] = await mail.deliver()
      const secret = tokenText(payload, purposeOf(kind), token)
      const href = /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
      expect(href).not.toBe('')
      const { pathname } = new URL(href)
      const lines = [
        formatLine('info', { path: pathname, status: '200' }, 'request'),
        formatLine(
          'error',
          {
            err: new Error(`failed at ${href}`),
            referer: href,
            data: [{ url: `/login?next=${encodeURIComponent(pathname)}` }],
          },
          `GET ${pathname}?_rsc=1`,
        ),
      ]
      for (const line of lines) expect(line).not.toContain(secret)
      expect(lines[0]).toContain('"msg":"request"')
    },
  )

  it('nginx writes no line of failures about the same pages', async () => {
    const config = await readFile('deploy/nginx/portal.conf', 'utf8')
    const [, pattern = '', block = ''] = /location ~ (\S*confirm\S*) \{([^}]*)\}/.exec(config) ?? []
    expect(block).toContain('error_log /dev/null')
    for (const route of secretRoutes)
      for (const under of ['', '/ru', '/en', '/admin']) expect(`${under}/${route}/secret`).toMatch(new RegExp(pattern))
  })
})
