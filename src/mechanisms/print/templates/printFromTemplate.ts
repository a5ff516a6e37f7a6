import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import type { Locale } from '@/src/lib/i18n'
import { ofProcess } from '@/src/lib/ofProcess'
import type { Actor } from '../../access/actor'
import { readable, type QueryContext } from '../../access/context'
import { companyOfRow } from '../../access/companyOfRow'
import { lockRow } from '../../actions/lockRow'
import { isUuid } from '../../database/ids'
import { query } from '../../database/query'
import { inTransaction } from '../../database/transaction'
import { moduleOfPart } from '../../modules/defineModule'
import { isEntityOn, modulesOff } from '../../modules/switches'
import { createGate } from '../gate'
import { fillTemplate } from './checkTemplate'
import { numberOf, printDataOf, type PrintDataDeclaration, type PrintValues } from './definePrintData'
import type { TemplateFormat } from './safeParts'
import { readTemplate } from './templateFiles'

export const OFFICE_TYPES: Readonly<Record<TemplateFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const isFormat = (format: string | null): format is TemplateFormat => format === 'docx' || format === 'xlsx'

export type OfficeFile = { bytes: Buffer; fileName: string; format: TemplateFormat }

/** Which template prints: a version that an administrator put in use, or what the portal has of itself. */
type Chosen = { id: string | null; version: number | null; read: () => Promise<Buffer> }

const gone = (): AppError => new AppError('record.notFound', {}, { status: 404 })

/** One file at a time of one person, two of all: a table of thousands of lines takes a while. */
const gate = ofProcess('print.templates', () => createGate(2, { each: 1, waiting: 20 }))

/**
 * A record as a file from the template in use; it is kept with who printed it, when and from which version. The same again is
 * the file that is kept.
 * @throws AppError `record.notFound` 404, `template.none` 404, `rate.limited` 429
 */
export async function printFromTemplate(
  context: QueryContext,
  asked: { kind: string; id: string; format: TemplateFormat; locale: Locale; signal?: AbortSignal },
): Promise<OfficeFile> {
  const { declaration, values } = await valuesOf(context, asked)
  const chosen = await templateFor(context.req, declaration, asked)
  if (!chosen) throw new AppError('template.none', {}, { status: 404 })
  const bytes = await inTurn(context.actor, asked.signal, async () =>
    fillTemplate(await chosen.read(), declaration, values),
  )
  const number = numberOf(values)
  const title = declaration.title(number, asked.locale)
  await keep(context, { declaration, chosen, bytes, number, title, ...asked })
  return { bytes, fileName: `${title}.${asked.format}`, format: asked.format }
}

/** A record by a version that need not be in use; nothing is kept. @throws AppError `record.notFound` 404 */
export async function tryTemplate(
  context: QueryContext,
  { template, id }: { template: string; id: string },
): Promise<OfficeFile> {
  const [row] = await query<{ kind: string; locale: 'ru' | 'en'; format: string | null; filename: string | null }>(
    context.req,
    sql`select t.kind, t.locale::text as locale, t.format, t.filename from print_templates t where t.id = ${isUuid(template) ? template : null}::uuid and ${readable(context, 'print-templates', 't')}`,
  )
  if (!row?.filename || !isFormat(row.format)) throw gone()
  const found = { kind: row.kind, locale: row.locale, format: row.format, filename: row.filename }
  const { declaration, values } = await valuesOf(context, { ...found, id })
  const bytes = await inTurn(context.actor, undefined, async () =>
    fillTemplate(await readTemplate(context.req, found.filename), declaration, values),
  )
  return {
    bytes,
    fileName: `${declaration.title(numberOf(values), found.locale)}.${found.format}`,
    format: found.format,
  }
}

/** The portal's own template, for administrators. @throws AppError `record.notFound` 404 */
export async function builtInTemplate(
  { actor }: QueryContext,
  asked: { kind: string; format: string; locale: Locale },
): Promise<OfficeFile> {
  const declaration = actor.role === 'admin' ? printDataOf(asked.kind) : undefined
  const own = declaration?.builtIn.filter(({ format }) => format === asked.format) ?? []
  const chosen = own.find(({ locale }) => locale === asked.locale) ?? own[0]
  if (!chosen) throw gone()
  return { bytes: await chosen.make(), fileName: `${asked.kind}.${chosen.format}`, format: chosen.format }
}

const inTurn = <T>(actor: Actor, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> =>
  gate.run(work, { owner: actor.id ?? '', ...(signal ? { signal } : {}) })

async function valuesOf(
  context: QueryContext,
  { kind, id, locale }: { kind: string; id: string; locale: Locale },
): Promise<{ declaration: PrintDataDeclaration; values: PrintValues }> {
  const declaration = printDataOf(kind)
  if (!declaration || !(await isOn(context, declaration))) throw gone()
  const values = await declaration.read(context, id, locale)
  if (!values) throw gone()
  return { declaration, values }
}

const isOn = async ({ req }: QueryContext, declaration: PrintDataDeclaration): Promise<boolean> =>
  (await isEntityOn(req, declaration.entity)) && !(await modulesOff(req)).has(moduleOfPart(declaration) ?? '')

/** In this order: in use in the language, the portal's own in it, in use in another, the portal's own in another. */
async function templateFor(
  req: PayloadRequest,
  { kind, builtIn }: PrintDataDeclaration,
  { format, locale }: { format: TemplateFormat; locale: Locale },
): Promise<Chosen | null> {
  const rows = await query<{ id: string; version: number | null; locale: 'ru' | 'en'; filename: string | null }>(
    req,
    sql`select t.id::text, t.version::int as version, t.locale::text as locale, t.filename from print_templates t where t.kind = ${kind} and t.format = ${format} and t.active`,
  )
  const uploaded = (of: (one: Locale) => boolean): Chosen | undefined => {
    const row = rows.find((one) => of(one.locale))
    const { id, version, filename } = row ?? {}
    return id && filename ? { id, version: version ?? null, read: () => readTemplate(req, filename) } : undefined
  }
  const own = (of: (one: Locale) => boolean): Chosen | undefined => {
    const found = builtIn.find((one) => one.format === format && of(one.locale))
    return found && { id: null, version: null, read: found.make }
  }
  const same = (one: Locale): boolean => one === locale
  const any = (): boolean => true
  return uploaded(same) ?? own(same) ?? uploaded(any) ?? own(any) ?? null
}

type Kept = {
  declaration: PrintDataDeclaration
  chosen: Chosen
  bytes: Buffer
  number: string
  /** What the file is called, in the language it was printed in. */
  title: string
  id: string
  format: TemplateFormat
}

/** The same bytes of the same record are kept once, whoever printed them first. */
async function keep({ req, actor }: QueryContext, made: Kept): Promise<void> {
  const { declaration, chosen, bytes, number, title, id, format } = made
  const { entity, kind } = declaration
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await inTransaction(req, async () => {
    const row = await lockRow(req, actor, { entity, id: () => id }, {})
    const known = await query(
      req,
      sql`select 1 from print_files p where p.entity = ${entity} and p.entity_id = ${id} and p.sha256 = ${sha256}`,
    )
    if (known.length > 0) return
    await req.payload.create({
      collection: 'print-files',
      data: {
        title: number,
        kind,
        entity,
        entityId: id,
        sha256,
        company: companyOfRow(entity, row),
        template: chosen.id,
        templateVersion: chosen.version,
        authorName: actor.name,
        user: actor.collection === 'users' ? actor.id : null,
        staff: actor.collection === 'staff' ? actor.id : null,
      },
      file: { data: bytes, mimetype: OFFICE_TYPES[format], name: `${title}.${format}`, size: bytes.length },
      depth: 0,
      req,
    })
  })
}
