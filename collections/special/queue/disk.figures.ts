import { statfs } from 'node:fs/promises'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { defineLabels, say, type Locale } from '@/src/lib/i18n'
import { settings } from '@/src/lib/settings'
import { query } from '@/src/mechanisms/database/query'
import { defineFigure } from '@/src/mechanisms/panel/defineFigure'
import type { PanelRow } from '@/src/mechanisms/panel/panelTable'

const words = defineLabels({
  free: { ru: 'Свободно на диске', en: 'Free on the disk' },
  database: { ru: 'База данных', en: 'Database' },
  share: { ru: '{size} ГБ, {share} %', en: '{size} GB, {share}%' },
  size: { ru: '{size} ГБ', en: '{size} GB' },
})
const GB = 1024 ** 3
const rounded = (bytes: number, locale: Locale): string =>
  (bytes / GB).toLocaleString(locale === 'ru' ? 'ru-RU' : 'en-GB', { maximumFractionDigits: bytes < GB ? 2 : 1 })

/** What is left of the disk that files lie on, and what the database takes. */
export const diskFigure = defineFigure({
  key: 'disk',
  kind: 'table',
  label: { ru: 'Место на диске', en: 'Room on the disk' },
  heads: [{ label: { ru: 'Что', en: 'What' } }, { label: { ru: 'Сколько', en: 'How much' }, end: true }],
  roles: ['admin'],
  order: 30,
  rows: async ({ req }, locale) => {
    const [taken] = await query<{ size: number }>(req, sql`select pg_database_size(current_database())::float8 as size`)
    const text = say(words.size, locale, { size: rounded(taken?.size ?? 0, locale) })
    return [...(await freeRow(locale)), { key: 'database', cells: [{ text: say(words.database, locale) }, { text }] }]
  },
})

/** Nothing where the folder is not there yet. */
async function freeRow(locale: Locale): Promise<PanelRow[]> {
  const disk = await statfs(settings().MEDIA_DIR).catch(() => null)
  if (!disk) return []
  const share = Math.round((disk.bavail / disk.blocks) * 100)
  const text = say(words.share, locale, { size: rounded(disk.bavail * disk.bsize, locale), share })
  return [{ key: 'free', cells: [{ text: say(words.free, locale) }, { text, tone: share < 10 ? 'bad' : 'good' }] }]
}
