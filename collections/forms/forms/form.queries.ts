import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { PayloadRequest, Where } from 'payload'
import type { Form } from '@/src/payload-types'
import { isOwnPath, type FormField } from './form.rules'

/** A form as its page shows it. Nothing of its letters: addresses are the staff's affair. */
export type PublicForm = {
  id: string
  slug: string
  title: string
  intro: string
  submit: string
  /** Whether somebody who has not signed in may send it. */
  open: boolean
  fields: FormField[]
  after: { kind: 'words'; text: string } | { kind: 'page'; path: string }
}

const shown = {
  title: true,
  slug: true,
  intro: true,
  open: true,
  fields: true,
  submitButtonLabel: true,
  confirmationType: true,
  confirmationMessage: true,
  redirect: true,
} as const

/** Forms that take answers now, in their order. What a page shows of a form is the same for everybody, so nobody's access is asked. */
export async function activeForms(req: PayloadRequest): Promise<PublicForm[]> {
  const { docs } = await req.payload.find({
    collection: 'forms',
    where: { active: { equals: true } },
    sort: ['order', 'title'],
    limit: 100,
    pagination: false,
    depth: 0,
    select: shown,
    overrideAccess: true,
    req,
  })
  return docs.map(publicForm)
}

/** One form that takes answers, or null. */
export async function formBySlug(req: PayloadRequest, slug: string): Promise<PublicForm | null> {
  const where: Where = { and: [{ slug: { equals: slug.slice(0, 60) } }, { active: { equals: true } }] }
  const { docs } = await req.payload.find({
    collection: 'forms',
    where,
    limit: 1,
    pagination: false,
    depth: 0,
    select: shown,
    overrideAccess: true,
    req,
  })
  return docs[0] ? publicForm(docs[0]) : null
}

function publicForm(form: Pick<Form, keyof typeof shown | 'id'>): PublicForm {
  const path = form.redirect?.url
  return {
    id: form.id,
    slug: form.slug,
    title: form.title,
    intro: form.intro ?? '',
    submit: form.submitButtonLabel ?? '',
    open: form.open === true,
    fields: (form.fields ?? []).map(fieldOf),
    after:
      form.confirmationType === 'redirect' && isOwnPath(path)
        ? { kind: 'page', path }
        : { kind: 'words', text: plain(form.confirmationMessage) },
  }
}

function fieldOf(block: NonNullable<Form['fields']>[number]): FormField {
  const none = { name: '', label: '', required: false, options: [], initial: '', text: '' }
  if (block.blockType === 'message') return { ...none, kind: 'message', text: plain(block.message) }
  const options = 'options' in block ? (block.options ?? []).map(({ value, label }) => ({ value, label })) : []
  const initial =
    'defaultValue' in block && block.defaultValue != null && block.defaultValue !== false
      ? String(block.defaultValue)
      : ''
  return {
    ...none,
    kind: block.blockType,
    name: block.name,
    label: block.label || block.name,
    required: block.required === true,
    options,
    initial,
  }
}

/** The editor's text as paragraphs. */
function plain(text: Form['confirmationMessage'] | undefined): string {
  // The generated type of a rich text is looser than the editor's own.
  return text
    ? convertLexicalToPlaintext({ data: text as Parameters<typeof convertLexicalToPlaintext>[0]['data'] }).trim()
    : ''
}
