import type { PayloadRequest, Where } from 'payload'
import { defaultLocale, type Locale } from '@/src/lib/i18n'
import { isUuid } from '@/src/mechanisms/database/ids'
import type { Form } from '@/src/payload-types'
import { fieldsOf, type FieldDefinition, type FieldSet } from '@/src/mechanisms/fieldsets/definition'
import { isOwnPath } from './form.rules'
import { plainText, setOf } from './setOf'

/** A form as its page shows it. Nothing of its letters: addresses are the staff's affair. */
export type PublicForm = {
  id: string
  slug: string
  title: string
  intro: string
  submit: string
  /** Whether somebody who has not signed in may send it. */
  open: boolean
  set: FieldSet
  /** The fields of all its pages, notes among them. */
  fields: readonly FieldDefinition[]
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
  titleEn: true,
  introEn: true,
  submitEn: true,
  confirmationEn: true,
} as const

/** Forms that take answers now, in their order. What a page shows of a form is the same for everybody, so nobody's access is asked. */
export async function activeForms(req: PayloadRequest, locale: Locale = defaultLocale): Promise<PublicForm[]> {
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
  return docs.map((form) => publicForm(form, locale))
}

/** One form that takes answers, or null; in Russian unless it is read in another language. */
export const formBySlug = (
  req: PayloadRequest,
  slug: string,
  locale: Locale = defaultLocale,
): Promise<PublicForm | null> =>
  readForm(req, { and: [{ slug: { equals: slug.slice(0, 60) } }, { active: { equals: true } }] }, locale)

/** A form as its page would show it, whether it takes answers or not: for those who edit it. */
export const formToPreview = (req: PayloadRequest, slug: string, locale: Locale): Promise<PublicForm | null> =>
  readForm(req, { slug: { equals: slug.slice(0, 60) } }, locale)

/** The same by its id. */
export const formById = (req: PayloadRequest, id: string, locale: Locale): Promise<PublicForm | null> =>
  isUuid(id) ? readForm(req, { id: { equals: id } }, locale) : Promise.resolve(null)

async function readForm(req: PayloadRequest, where: Where, locale: Locale): Promise<PublicForm | null> {
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
  return docs[0] ? publicForm(docs[0], locale) : null
}

type Shown = Pick<Form, keyof typeof shown | 'id'>

function publicForm(form: Shown, locale: Locale): PublicForm {
  const set = setOf(form.fields ?? [])
  const path = form.redirect?.url
  const said = inLanguage(locale)
  return {
    id: form.id,
    slug: form.slug,
    title: said(form.title, form.titleEn),
    intro: said(form.intro, form.introEn),
    submit: said(form.submitButtonLabel, form.submitEn),
    open: form.open === true,
    set,
    fields: fieldsOf(set),
    after:
      form.confirmationType === 'redirect' && isOwnPath(path)
        ? { kind: 'page', path }
        : { kind: 'words', text: said(plainText(form.confirmationMessage), form.confirmationEn) },
  }
}

/** The words of a language; what nobody has said in English is said in Russian. */
const inLanguage =
  (locale: Locale) =>
  (ru: string | null | undefined, en: string | null | undefined): string =>
    (locale === 'en' && en?.trim()) || (ru ?? '')
