import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { query } from '@/src/mechanisms/database/query'
import { tokenText, type TokenPurpose } from '@/src/mechanisms/sessions/tokens'
import { drainJobs } from '@/tests/support/jobs'

export type Sent = { to: string; subject: string; html: string; text: string }

/** Catches the letters that the portal would send; gives those that the waiting jobs write. */
export function mailbox(payload: Payload): { letters: Sent[]; deliver: () => Promise<Sent[]> } {
  const letters: Sent[] = []
  payload.sendEmail = async (letter) => {
    letters.push(letter as Sent) // the portal's letters name all four
  }
  return {
    letters,
    deliver: async () => {
      letters.length = 0
      await drainJobs(payload)
      return letters
    },
  }
}

/** The secret of the newest open link of a purpose. */
export async function linkOf(payload: Payload, purpose: TokenPurpose): Promise<string> {
  const [row] = await query<{ id: string }>(
    payload,
    sql`select id::text from person_tokens where purpose = ${purpose} and used_at is null order by created_at desc limit 1`,
  )
  if (!row) throw new Error(`There is no open ${purpose} link`)
  return tokenText(payload, purpose, row.id)
}

/** A request from an address, with the headers of a browser. */
export function visitor(
  payload: Payload,
  address: string,
  headers: Record<string, string> = {},
): Promise<PayloadRequest> {
  return createLocalReq(
    {
      req: {
        headers: new Headers({
          'x-client-address': address,
          'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
          ...headers,
        }),
      },
    },
    payload,
  )
}
