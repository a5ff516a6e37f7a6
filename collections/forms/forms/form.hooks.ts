import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { freeSlug } from '@/src/mechanisms/fields/freeSlug'
import type { Form } from '@/src/payload-types'
import { withFieldNames, withNamesInPlaces, type FieldBlock } from './fieldNames.rules'
import { withReferences } from './references.rules'

type Letter = NonNullable<Form['emails']>[number]
const TEMPLATES = ['emailTo', 'replyTo', 'subject', 'message'] as const

/** What machines call the parts of a form, made of what the editor has written: names of fields, choices, the address. */
export const nameParts: CollectionBeforeValidateHook<Form> = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const saved = (originalDoc?.fields ?? []) as readonly FieldBlock[]
  const fields = Array.isArray(data.fields) ? withReferences(withFieldNames<FieldBlock>(data.fields, saved)) : null
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

/** The address of a form that was given none. */
async function addressOf(
  req: PayloadRequest,
  { slug, title }: Partial<Form>,
  original: Partial<Form> | undefined,
): Promise<{ slug?: string }> {
  if (slug || original?.slug || typeof title !== 'string') return {}
  return { slug: await freeSlug(req, 'forms', title, { otherwise: 'form', longest: 60 }) }
}
