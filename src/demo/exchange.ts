import { insertRows } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import type { Clock } from './clock'
import { demoExchangeFiles, keepFile, type DemoFile } from './exchangeFiles'
import type { Order } from './orders'
import { guid, type Source } from './passport'
import { dice, type Dice } from './random'

type Kind = {
  transport: 'commerceml' | 'rest'
  kind: string
  files: readonly string[]
  read: readonly [number, number]
  changed: number
}

/** What 1C brings in the course of a day. */
const kinds: readonly Kind[] = [
  {
    transport: 'commerceml',
    kind: 'catalog',
    files: ['import0_1.xml', 'offers0_1.xml'],
    read: [610, 660],
    changed: 24,
  },
  { transport: 'commerceml', kind: 'sale', files: ['orders.xml'], read: [2, 9], changed: 5 },
  { transport: 'rest', kind: 'statement-lines', files: [], read: [8, 30], changed: 12 },
  { transport: 'rest', kind: 'documents', files: [], read: [1, 7], changed: 3 },
]

const DAYS = 4
const HOURS = [8, 10, 12, 14, 16, 18] as const

/** The journal of the last days: nearly all went well, two rows are to be looked at. */
export async function seedExchange(
  db: Runner,
  made: { clock: Clock; source: Source & { nodeId: string }; orders: readonly Order[] },
): Promise<void> {
  const throws = dice(7)
  const { clock, source } = made
  const runs = Array.from({ length: DAYS }, (_none, back) =>
    HOURS.flatMap((hour) => kinds.map((kind, n) => ({ kind, startedAt: clock.ago(back, hour, 2 + n * 3) }))),
  )
    .flat()
    .filter(({ startedAt }) => startedAt.getTime() < source.syncedAt.getTime())
    .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
    .map((run, n) => ({ ...run, n, failed: 0 }))
  const catalog = runs.findLast(({ kind }) => kind.kind === 'catalog')
  const sale = runs.findLast(({ kind }) => kind.kind === 'sale')
  for (const run of [catalog, sale]) if (run) run.failed = 1
  const files = await demoExchangeFiles(db, source.syncedAt)
  const ids = await insertRows(
    db,
    'exchange_runs',
    runs.map((run) => runRow(run, source, files, throws)),
  )
  const rows: Record<string, unknown>[] = []
  for (const { kind, n, failed, startedAt } of runs) {
    for (const file of kind.files.flatMap((name) => files.get(name) ?? [])) {
      rows.push({
        runId: ids[n],
        name: file.name,
        size: file.size,
        path: await keepFile(sessionOf(n), file),
        sha256: file.sha256,
        status: 'done',
        message: failed && file.name !== 'import0_1.xml' ? 'Одна запись не принята' : null,
        counts: null,
        createdAt: startedAt,
        updatedAt: startedAt,
      })
    }
  }
  await insertRows(db, 'exchange_files', rows)
  await seedIssues(db, made.orders, { catalog: catalog && ids[catalog.n], sale: sale && ids[sale.n] })
}

const sessionOf = (n: number): string => guid('session', n).slice(0, 13)

function runRow(
  { kind, startedAt, n, failed }: { kind: Kind; startedAt: Date; n: number; failed: number },
  source: Source & { nodeId: string },
  files: ReadonlyMap<string, DemoFile>,
  throws: Dice,
): Record<string, unknown> {
  const read = kind.files.reduce((sum, name) => sum + (files.get(name)?.rows ?? 0), 0) || throws.int(...kind.read)
  const created = throws.chance(0.2) ? 1 : 0
  const changed = Math.min(throws.int(0, kind.changed), read - created - failed)
  const finishedAt = new Date(startedAt.getTime() + throws.int(1, 40) * 1_000)
  return {
    nodeId: source.nodeId,
    transport: kind.transport,
    kind: kind.kind,
    status: failed ? 'partial' : 'done',
    startedAt,
    finishedAt,
    rowsRead: read,
    rowsCreated: created,
    rowsChanged: changed,
    rowsSame: read - created - changed - failed,
    rowsFailed: failed,
    session: sessionOf(n),
    message: failed ? 'Принято всё, кроме одной записи' : null,
    counts: null,
    createdAt: startedAt,
    updatedAt: finishedAt,
  }
}

async function seedIssues(
  db: Runner,
  orders: readonly Order[],
  runs: { catalog: string | undefined; sale: string | undefined },
): Promise<void> {
  const order = orders.find(({ tag }) => tag === 'problem')
  const issues = [
    {
      runId: runs.catalog,
      entity: 'prices',
      external: guid('product', 'КН-10'),
      code: 'price.typeUnknown',
      line: 4_118,
      message:
        'Цена «Канат стальной ∅10 DIN 3055» пришла с видом цен «Акция декабря», которого на портале нет. Заведите такой вид цен или исключите его из выгрузки 1С.',
      row: { sku: 'КН-10', priceType: 'Акция декабря', price: '119,00' },
    },
    {
      runId: runs.sale,
      entity: 'orders',
      external: order?.number ?? null,
      code: 'order.refused',
      line: null,
      message: `1С не записала заказ ${order?.number ?? ''}: у товара «Скоба омегообразная G2130 3,25 т» не заполнена единица измерения. Заполните её в карточке номенклатуры, заказ уйдёт при следующем обмене.`,
      row: { order: order?.number ?? null, article: 'СО-325' },
    },
  ].filter(({ runId }) => runId !== undefined)
  await insertRows(
    db,
    'exchange_issues',
    issues.map((issue) => ({ ...issue, status: 'open' })),
  )
}
