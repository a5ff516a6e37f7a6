import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'
import { AppError } from '@/src/lib/errors'
import { hasLink } from '@/src/lib/plainWords'
import type { Actor } from '@/src/mechanisms/access/actor'
import { query } from '@/src/mechanisms/database/query'
import { admitLetter } from '@/src/mechanisms/sessions/strangers'
import type { Answer } from '@/src/mechanisms/fieldsets/checkAnswers'
import { fillIn, isAnswered, quotes } from '../forms/form.rules'

const errorWords = addErrorLabels({
  'form.link': {
    ru: 'Уберите ссылки и адреса сайтов: эти слова уйдут письмом на указанную почту',
    en: 'Please take out links and addresses of sites: these words go out in a letter to the e-mail given',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}

type Letter = { id: string; to: string; subject: string; message: string }

/**
 * Ids of the letters that an answer causes. Where one goes to the address that was typed in, anybody's may have been:
 * what it quotes may hold no link, and the letter is counted; beyond the count it is silently left out.
 * @throws AppError `form.link` 422 with its field, `rate.limited` 429
 */
export async function lettersOf(
  req: PayloadRequest,
  actor: Actor,
  form: string,
  answers: readonly Answer[],
): Promise<string[]> {
  const letters = await query<Letter>(
    req,
    sql`select id::text, email_to as to, subject, message from forms_emails where _parent_id = ${form} order by _order`,
  )
  const own = actor.collection === 'users' ? await provedAddress(req, actor.id) : null
  const sent: string[] = []
  for (const letter of letters) {
    const to = fillIn(letter.to, answers).trim().toLowerCase()
    if (to === '') continue
    if (!isAnswered(letter.to) || to === own) sent.push(letter.id)
    else {
      const bad = answers.find(
        ({ field, value }) =>
          quotes(`${letter.subject}\n${letter.message}`, field) && value.trim().toLowerCase() !== to && hasLink(value),
      )
      if (bad) throw new AppError('form.link', {}, { status: 422, field: bad.field })
      if (await admitLetter(req, { to, by: actor.id })) sent.push(letter.id)
    }
  }
  return sent
}

async function provedAddress(req: PayloadRequest, user: string | null): Promise<string | null> {
  const [row] = await query<{ email: string }>(req, sql`select email from users where id = ${user} and _verified`)
  return row?.email ?? null
}
