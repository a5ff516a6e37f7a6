import { linkFor } from '@/src/lib/http/linkFor'
import { defineLabels, say, type Locale } from '@/src/lib/i18n'
import { settings } from '@/src/lib/settings'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { definePane, type PaneState } from '@/src/mechanisms/panel/definePane'
import type { PanelTable } from '@/src/mechanisms/panel/panelTable'
import type { Form } from '@/src/payload-types'
import { answersPage } from '../form-submissions/form-submission.workplace'
import { readAsPerson } from '../readAsPerson'
import { fieldKind } from '@/src/mechanisms/fieldsets/defineFieldKind'
import { isNameless, type FieldBlock } from './fieldNames.rules'
import { formLabels } from './form.labels'
import './formKinds'

const { fields } = formLabels
const words = defineLabels({
  preview: { ru: 'Предпросмотр', en: 'Preview' },
  answers: { ru: 'Ответы', en: 'Answers' },
  count: { ru: 'Пришло ответов', en: 'Answers so far' },
  link: { ru: 'Ссылка на форму', en: 'Link to the form' },
  place: { ru: 'Где стоит', en: 'Where it stands' },
  map: { ru: 'Карта сайта → Обратная связь → {title}', en: 'Site map → Feedback → {title}' },
  nowhere: { ru: 'Нигде, пока не принимает ответы', en: 'Nowhere, while it takes no answers' },
  takes: { ru: 'Принимает ответы', en: 'Takes answers' },
  takesNone: { ru: 'Не принимает ответы', en: 'Takes no answers' },
  publish: { ru: 'Открыть для ответов', en: 'Open it for answers' },
  close: { ru: 'Закрыть', en: 'Close it' },
  toAll: { ru: 'Её заполняют и без входа в кабинет.', en: 'It is filled in without signing in, too.' },
  toClients: { ru: 'Её заполняют только вошедшие в кабинет.', en: 'Only people of the cabinet fill it in.' },
  nothing: { ru: 'В ней нет ни одного поля: открыть её нельзя.', en: 'It has no field: it cannot be opened.' },
  fields: { ru: 'Поля', en: 'Fields' },
  label: { ru: 'Подпись', en: 'Label' },
  english: { ru: 'По-английски', en: 'In English' },
  kind: { ru: 'Вид', en: 'Kind' },
  required: { ru: 'обязательно', en: 'required' },
  page: { ru: 'Страница', en: 'Page' },
  sometimes: { ru: 'по условию', en: 'on a condition' },
  inLetters: { ru: 'В письмах', en: 'In letters' },
  letters: { ru: 'Письма', en: 'Letters' },
})

/** A form: whether it takes answers, its link, what clients see of it, what it asks and whom it writes to. */
export const formPane = definePane({
  entity: 'forms',
  read: async (context, id, locale) => {
    const { req, actor } = context
    const form = await readAsPerson(req, 'forms', id)
    if (!form) return null
    const may = accessOf('forms').where(actor, 'update') !== false
    const reads = accessOf('form-submissions').where(actor, 'read') !== false
    const path = linkFor({ locale: 'ru' }, `/forms/${form.slug}`)
    const address = new URL(path, settings().PUBLIC_URL).href
    return {
      links: [
        { label: words.preview, href: `${linkFor({ locale }, `/forms/${form.slug}`)}/preview` },
        ...(reads ? [{ label: words.answers, href: answersPage(form.id) }] : []),
        { label: words.link, href: path, copy: address },
      ],
      state: stateOf(form, { may, locale }),
      facts: [
        { label: formLabels.one, value: form.title },
        { label: fields.slug, value: address },
        {
          label: words.place,
          value: say(form.active ? words.map : words.nowhere, locale, { title: form.title }),
        },
        { label: words.count, value: reads ? String(await answersTo(context, form.id)) : null },
        { label: words.letters, value: (form.emails ?? []).map(({ emailTo }) => emailTo).join(', ') || null },
        { label: fields.intro, value: form.intro ?? null, wide: true },
      ],
      tables: [{ key: 'fields', ...fieldsTable(form, locale) }],
    }
  },
})

const asks = (form: Form): boolean => (form.fields ?? []).some((block) => !isNameless(block as FieldBlock))

function stateOf(form: Form, { may, locale }: { may: boolean; locale: Locale }): PaneState {
  const { id, active, open } = form
  const act = { action: 'forms.publish', input: { id, active: !active }, label: active ? words.close : words.publish }
  return {
    label: active ? words.takes : words.takesNone,
    tone: active ? 'good' : 'wait',
    why: [say(open ? words.toAll : words.toClients, locale), ...(asks(form) ? [] : [say(words.nothing, locale)])],
    ...(may ? { acts: [act] } : {}),
  }
}

const answersTo = async (
  { req }: Parameters<Parameters<typeof definePane>[0]['read']>[0],
  form: string,
): Promise<number> =>
  (
    await req.payload.count({
      collection: 'form-submissions',
      where: { form: { equals: form } },
      overrideAccess: false,
      user: req.user,
      req,
    })
  ).totalDocs

const fieldsTable = (form: Form, locale: Locale): PanelTable => ({
  title: words.fields,
  heads: [{ label: words.label }, { label: words.english }, { label: words.kind }, { label: words.inLetters }],
  rows: (form.fields ?? []).flatMap((block, index) => {
    if (block.blockType === 'message') return []
    const name = 'name' in block ? block.name : null
    const notes = [
      'required' in block && block.required ? say(words.required, locale) : null,
      block.whenField ? say(words.sometimes, locale) : null,
    ].filter((note) => note !== null)
    return [
      {
        key: block.id ?? String(index),
        cells: [
          { text: block.label ?? '—', note: notes.join(', ') || null },
          { text: block.labelEn || '—' },
          { text: say(block.blockType === 'page' ? words.page : fieldKind(block.blockType).label, locale) },
          { text: name ? `{{${name}}}` : '—' },
        ],
      },
    ]
  }),
})
