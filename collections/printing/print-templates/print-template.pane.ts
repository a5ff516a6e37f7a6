import { sql } from '@payloadcms/db-postgres/drizzle'
import { humanDate } from '@/src/lib/dates'
import { defineLabels, say, type Locale, type Text } from '@/src/lib/i18n'
import { readable, type QueryContext } from '@/src/mechanisms/access/context'
import { isUuid } from '@/src/mechanisms/database/ids'
import { query } from '@/src/mechanisms/database/query'
import { definePane, type PaneState, type PaneTable } from '@/src/mechanisms/panel/definePane'
import { panelPageOf } from '@/src/mechanisms/records/defineRecord'
import { isRows, printDataOf, type PrintDataDeclaration } from '@/src/mechanisms/print/templates/definePrintData'
import { addressOfTrial } from '@/src/mechanisms/print/templates/printAddresses'
import { printTemplateLabels as labels } from './print-template.labels'

const words = defineLabels({
  inUse: { ru: 'Печатает', en: 'Prints' },
  resting: { ru: 'Не включён', en: 'Not in use' },
  use: { ru: 'Включить', en: 'Put in use' },
  stop: { ru: 'Выключить', en: 'Take out of use' },
  instead: {
    ru: 'Пока включена версия {version}. Попробуйте эту на записи ниже и включите.',
    en: 'Version {version} prints now. Try this one on a record below, then put it in use.',
  },
  builtIn: {
    ru: 'Пока печатает шаблон из поставки. Попробуйте этот на записи ниже и включите.',
    en: 'The portal’s own template prints now. Try this one on a record below, then put it in use.',
  },
  download: { ru: 'Скачать шаблон', en: 'Download the template' },
  uploaded: { ru: 'Загружен', en: 'Uploaded' },
  try: { ru: 'Попробовать на записи', en: 'Try it on a record' },
  tried: { ru: 'Скачать пробный файл', en: 'Download a trial file' },
  record: { ru: 'Запись', en: 'Record' },
  versions: { ru: 'Версии', en: 'Versions' },
  fields: { ru: 'Поля, которые можно ставить в шаблон', en: 'Fields that the template may use' },
  field: { ru: 'Поле', en: 'Field' },
  what: { ru: 'Что это', en: 'What it is' },
  example: { ru: 'Пример', en: 'Example' },
  block: {
    ru: 'Строки таблицы: в Word между {open} и {close}, в Excel повторяется строка листа',
    en: 'Rows of a table: in Word between {open} and {close}, in Excel the row of the sheet is repeated',
  },
})

type Version = {
  id: string
  kind: string
  locale: 'ru' | 'en'
  format: string | null
  version: number | null
  active: boolean | null
  note: string | null
  name: string | null
  fileName: string | null
  sha256: string | null
  at: string
}

/** A version of a template: whether it prints, which fields it may use, a trial on a real record, the versions before it. */
export const printTemplatePane = definePane({
  entity: 'print-templates',
  read: async (context, id, locale) => {
    const versions = await versionsAt(context, id)
    const version = versions.find((one) => one.id === id)
    const declaration = version ? printDataOf(version.kind) : undefined
    if (!version || !declaration) return null
    return {
      state: stateOf(version, versions, locale),
      links: [
        { label: words.download, href: `/api/print-templates/file/${encodeURIComponent(version.fileName ?? '')}` },
      ],
      facts: [
        { label: labels.fields.kind, value: say(declaration.label, locale) },
        { label: labels.fields.locale, value: say(labels.options.locale[version.locale], locale) },
        { label: labels.fields.format, value: version.format?.toUpperCase() ?? null },
        { label: labels.fields.version, value: String(version.version) },
        { label: words.uploaded, value: humanDate(version.at, locale) },
        { label: labels.fields.note, value: version.note },
        { label: { ru: 'SHA-256', en: 'SHA-256' }, value: version.sha256, wide: true },
      ],
      tables: [
        await trials(context, version, declaration, locale),
        versionsTable(versions, locale),
        fieldsTable(declaration, locale),
      ],
    }
  },
})

async function versionsAt(context: QueryContext, id: string): Promise<Version[]> {
  return query<Version>(
    context.req,
    sql`select t.id::text, t.kind, t.locale::text as locale, t.format, t.version::int as version, t.active, t.note,
               t.original_name as name, t.filename as "fileName", t.sha256, t.created_at as at
        from print_templates one join print_templates t on t.kind = one.kind and t.locale = one.locale and t.format = one.format
        where one.id = ${isUuid(id) ? id : null}::uuid and ${readable(context, 'print-templates', 't')} order by t.version desc limit 100`,
  )
}

function stateOf({ id, active }: Version, versions: readonly Version[], locale: Locale): PaneState {
  const input = { id }
  if (active)
    return {
      label: words.inUse,
      tone: 'good',
      acts: [{ action: 'print-templates.stop', input, label: words.stop }],
    }
  const other = versions.find((one) => one.active)
  return {
    label: words.resting,
    tone: 'wait',
    why: [other ? say(words.instead, locale, { version: other.version ?? 0 }) : say(words.builtIn, locale)],
    acts: [{ action: 'print-templates.use', input, label: words.use }],
  }
}

async function trials(
  context: QueryContext,
  { id }: Version,
  declaration: PrintDataDeclaration,
  locale: Locale,
): Promise<PaneTable> {
  const records = await declaration.recent({ ...context, company: null }, 8)
  return {
    key: 'trials',
    title: words.try,
    heads: [{ label: words.record }, { label: labels.fields.format }],
    rows: records.map((record) => ({
      key: record.id,
      cells: [
        { text: record.title, href: panelPageOf(declaration.entity, { id: record.id }) },
        { text: say(words.tried, locale), href: addressOfTrial(id, record.id) },
      ],
    })),
  }
}

const versionsTable = (versions: readonly Version[], locale: Locale): PaneTable => ({
  key: 'versions',
  title: words.versions,
  heads: [
    { label: labels.fields.version },
    { label: words.uploaded },
    { label: labels.fields.note },
    { label: labels.fields.active },
  ],
  rows: versions.map(({ id, version, name, at, note, active }) => ({
    key: id,
    cells: [
      { text: `${version}`, note: name, href: panelPageOf('print-templates', { id }) },
      { text: humanDate(at, locale) },
      { text: note ?? '—' },
      active
        ? { text: say(words.inUse, locale), tone: 'good' as const }
        : { text: '', acts: [{ action: 'print-templates.use', input: { id }, label: words.use }] },
    ],
  })),
})

const row = (key: string, label: Text, example: string, locale: Locale) => ({
  key,
  cells: [
    { text: `{${key}}`, code: true as const },
    { text: say(label, locale) },
    { text: example, lang: 'ru' as const },
  ],
})

const fieldsTable = ({ fields }: PrintDataDeclaration, locale: Locale): PaneTable => ({
  key: 'fields',
  title: words.fields,
  heads: [{ label: words.field }, { label: words.what }, { label: words.example }],
  rows: Object.entries(fields).flatMap(([name, field]) =>
    isRows(field)
      ? [
          {
            key: name,
            cells: [
              { text: `{#${name}} … {/${name}}`, code: true as const },
              {
                text: say(field.label, locale),
                note: say(words.block, locale, { open: `{#${name}}`, close: `{/${name}}` }),
              },
              { text: '' },
            ],
          },
          ...Object.entries(field.rows).map(([inner, { label, example }]) =>
            row(`${name}.${inner}`, label, example, locale),
          ),
        ]
      : [row(name, field.label, field.example, locale)],
  ),
})
