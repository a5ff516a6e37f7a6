import { sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'
import { fullDate } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { sumInWords } from '@/src/lib/words'
import { readable } from '@/src/mechanisms/access/context'
import { idIs } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { definePrint } from '@/src/mechanisms/print/definePrint'
import { defineForm } from '@/src/mechanisms/print/form'
import { dayInput, sumInput } from '@/src/mechanisms/print/forms/parts'
import { facts, pageFooter, sheet, signature } from '@/src/mechanisms/print/layout'
import { guaranteeLabels as labels } from './guarantee.labels'

const input = z.object({
  number: z.string(),
  company: z.string(),
  amount: sumInput,
  currency: z.string(),
  payBy: dayInput,
})
type Guarantee = z.infer<typeof input>

const form = defineForm<Guarantee>({
  name: 'test-guarantee',
  input,
  render({ number, company, amount, currency, payBy }, locale) {
    const title = say(labels.title, locale, { number })
    const body = [
      facts([
        [say(labels.fields.company, locale), company],
        [say(labels.fields.amount, locale), sumInWords(amount, currency, locale)],
        [say(labels.fields.payBy, locale), fullDate(payBy, locale)],
      ]),
      signature(company),
    ]
    return { html: sheet({ locale, title, body }), footer: pageFooter(locale, title), fileName: title }
  },
})

/** The letter on paper. */
export const guaranteePrint = definePrint<Guarantee>({
  name: 'test-guarantee',
  entity: 'test-guarantees',
  label: labels.print,
  form: () => Promise.resolve(form),
  data: async (context, id) => {
    const [row] = await query<Guarantee>(
      context.req,
      sql`select g.number, coalesce(c.legal_name, c.name) as company, g.amount::float8 as amount, g.currency, to_char(g.pay_by at time zone 'UTC', 'YYYY-MM-DD') as "payBy"
          from test_guarantees g join companies c on c.id = g.company_id where ${idIs(sql`g.id`, id)} and ${readable(context, 'test-guarantees', 'g')}`,
    )
    return row ?? null
  },
})
