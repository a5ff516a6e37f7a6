import type { CollectionSlug, Where } from 'payload'
import { z } from 'zod'
import { chosenKind } from '@/src/mechanisms/fieldsets/kinds/choiceKinds'
import type { FieldOption } from '@/src/mechanisms/fieldsets/definition'
import { humanDate } from '@/src/lib/dates'

/** Records that a form may ask for: what is said of each, besides its title. */
const sources = {
  contracts: { label: { ru: 'Договор', en: 'Contract' }, day: 'date' },
  orders: { label: { ru: 'Заказ', en: 'Order' }, day: 'placedAt' },
  documents: { label: { ru: 'Документ', en: 'Document' }, day: 'date' },
  contacts: { label: { ru: 'Человек', en: 'Person' }, day: null },
} as const

type Source = keyof typeof sources
const isSource = (source: unknown): source is Source => typeof source === 'string' && Object.hasOwn(sources, source)

/** Records offered at once; one that is chosen already is offered beside them. */
const MOST = 200

/** A record of the portal: offered and taken only where the person may see it. */
chosenKind(
  'record',
  { ru: 'Запись портала', en: 'Record of the portal' },
  {
    block: [
      {
        name: 'source',
        type: 'select',
        label: { ru: 'Что выбирают', en: 'What is chosen' },
        required: true,
        defaultValue: 'contracts',
        options: Object.entries(sources).map(([value, { label }]) => ({ value, label })),
      },
    ],
    choices: async ({ req, company }, { source }, chosen) => {
      if (!isSource(source)) return []
      const read = async (where: Where, limit: number): Promise<FieldOption[]> => {
        const docs = await req.payload
          .find({
            collection: source as CollectionSlug,
            where,
            limit,
            sort: ['-createdAt', 'id'],
            pagination: false,
            depth: 0,
            overrideAccess: false,
            user: req.user,
            req,
          })
          .then((found) => found.docs, noneIfDenied)
        const title = req.payload.collections[source as CollectionSlug].config.admin.useAsTitle ?? 'id'
        return docs.map((doc) => optionOf(doc as unknown as Record<string, unknown>, title, sources[source].day))
      }
      const ofCompany: Where = company ? { company: { equals: company } } : {}
      const newest = await read(ofCompany, MOST)
      if (!z.uuid().safeParse(chosen).success || newest.some(({ value }) => value === chosen)) return newest
      return [...newest, ...(await read({ and: [ofCompany, { id: { equals: chosen } }] }, 1))]
    },
  },
)

function optionOf(doc: Record<string, unknown>, title: string, day: string | null): FieldOption {
  const name = String(doc[title] ?? doc.id)
  const at = day === null ? undefined : doc[day]
  const said = (locale: 'ru' | 'en'): string =>
    typeof at === 'string' && at !== '' ? `${name}, ${humanDate(at, locale)}` : name
  return { value: String(doc.id), label: { ru: said('ru'), en: said('en') } }
}

/** Whoever may not read records of a kind is offered none of them. */
function noneIfDenied(error: unknown): [] {
  if (error instanceof Error && 'status' in error && error.status === 403) return []
  throw error
}
