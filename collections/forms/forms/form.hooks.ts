import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { slugify } from '@/src/lib/translit'
import type { Form } from '@/src/payload-types'
import { withFieldNames, withNamesInPlaces, type FieldBlock } from './fieldNames.rules'

type Letter = NonNullable<Form['emails']>[number]
const TEMPLATES = ['emailTo', 'replyTo', 'subject', 'message'] as const

/** What machines call the parts of a form, made of what the editor has written: names of fields, choices, the address. */
export const nameParts: CollectionBeforeValidateHook<Form> = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const saved = (originalDoc?.fields ?? []) as readonly FieldBlock[]
  const fields = Array.isArray(data.fields) ? withFieldNames<FieldBlock>(data.fields, saved) : null
  const known = fields ?? saved
  return {
    ...data,
    ...(fields ? { fields: fields as Form['fields'] } : {}),
    ...(Array.isArray(data.emails) ? { emails: data.emails.map((letter) => inNames(letter, known)) } : {}),
    ...(await addressOf(req, data, originalDoc)),
  }
}

const inNames = (letter: Letter, fields: readonly FieldBlock[]): Letter => ({
  ...letter,
  ...Object.fromEntries(
    TEMPLATES.flatMap((part) => {
      const text = letter[part]
      return typeof text === 'string' ? [[part, withNamesInPlaces(text, fields)]] : []
    }),
  ),
})

const LONGEST = 60

/** The address of a form that was given none: of its title, by a number where another form has it. */
async function addressOf(
  req: PayloadRequest,
  { slug, title }: Partial<Form>,
  original: Partial<Form> | undefined,
): Promise<{ slug?: string }> {
  if (slug || original?.slug || typeof title !== 'string') return {}
  const word = slugify(title).slice(0, LONGEST - 4).replace(/-+$/, '') || 'form'
  const { docs } = await req.payload.find({
    collection: 'forms',
    where: { slug: { like: word } },
    select: { slug: true },
    limit: 200,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const taken = new Set(docs.map((one) => one.slug))
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? word : `${word}-${number}`
    if (!taken.has(free)) return { slug: free }
  }
}
