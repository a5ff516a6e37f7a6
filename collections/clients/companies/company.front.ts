import { z } from 'zod'
import { heldIn } from '@/src/mechanisms/access/heldIn'
import { defineRoute } from '@/src/mechanisms/front/defineRoute'
import { described } from '@/src/mechanisms/front/shown'
import { companiesOf } from './company.own.queries'

/** Who is there, where they work, and what they may do there: what a front end asks first. */
export const meRoute = defineRoute({
  name: 'me',
  method: 'get',
  path: '/me',
  group: { ru: 'Человек', en: 'Person' },
  title: { ru: 'Кто я, мои компании и права', en: 'Who I am, my companies and what I may do' },
  ofPerson: true,
  answer: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    locale: described(z.enum(['ru', 'en']), { ru: 'На каком языке отвечаем', en: 'The language of answers' }),
    timezone: z.string(),
    company: described(z.uuid().nullable(), {
      ru: 'О какой компании речь без X-Company',
      en: 'Which company it is about without X-Company',
    }),
    companies: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        inn: z.string().nullable(),
        partner: described(z.uuid().nullable(), {
          ru: 'Чей это субклиент, если чей-то',
          en: 'Of a sub-client: whose it is',
        }),
        capabilities: z.array(z.string()),
      }),
    ),
  }),
  run: async ({ req, context: { actor, company, locale, zone } }) => {
    const id = String(actor.id)
    const companies = await companiesOf(req, id)
    const mine = companies.filter((one) => actor.memberships.has(one.partner ?? one.id))
    return {
      id,
      name: actor.name,
      email: req.user?.email ?? '',
      locale,
      timezone: zone,
      company: company ?? null,
      companies: mine.map(({ id: its, name, inn, partner }) => ({
        id: its,
        name,
        inn,
        partner,
        capabilities: [...heldIn(actor, { id: its, partner })].sort(),
      })),
    }
  },
})
