import { createHash } from 'node:crypto'
import { link, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { settings } from '@/src/lib/settings'
import { query, type Runner } from '@/src/mechanisms/database/query'
import { xmlElement, tag } from '@/src/mechanisms/exchange/commerceml/xml-text'

/** A file of the demo's exchange: what 1C would have sent, once for all the runs that brought it. */
export type DemoFile = { name: string; xml: string; rows: number; sha256: string; size: number }

const CATALOGUE = 'demo-catalogue'

/** The files of the demo by their names, made of what the demo holds: tried again they change nothing. */
export async function demoExchangeFiles(db: Runner, at: Date): Promise<Map<string, DemoFile>> {
  const made = [await groupsFile(db, at), await pricesFile(db, at), await ordersFile(db, at)]
  return new Map(made.map((file) => [file.name, file]))
}

/** Puts a file of a session where the exchange keeps it; gives its place within the spool. */
export async function keepFile(session: string, file: DemoFile): Promise<string> {
  const first = path.join(settings().SPOOL_DIR, CATALOGUE, file.name)
  const place = path.join(session, 'files', file.name)
  const target = path.join(settings().SPOOL_DIR, place)
  for (const folder of [first, target]) await mkdir(path.dirname(folder), { recursive: true })
  await writeFile(first, file.xml)
  await rm(target, { force: true })
  await link(first, target)
  return place
}

async function groupsFile(db: Runner, at: Date): Promise<DemoFile> {
  const groups = await query<{ id: string; name: string; parent: string | null }>(
    db,
    sql`select g.external_id as id, g.name, p.external_id as parent from groups g left join groups p on p.id = g.parent_id where g.external_id is not null order by g.sort, g.name`,
  )
  const under = (parent: string | null): string =>
    groups
      .flatMap((group) =>
        group.parent === parent
          ? [
              xmlElement(
                'Группа',
                tag('Ид', group.id),
                tag('Наименование', group.name),
                xmlElement('Группы', under(group.id)),
              ),
            ]
          : [],
      )
      .join('')
  const classifier = xmlElement(
    'Классификатор',
    tag('Ид', CATALOGUE),
    tag('Наименование', 'Классификатор (Основной каталог товаров)'),
    xmlElement('Группы', under(null)),
  )
  return fileOf('import0_1.xml', classifier, groups.length, at)
}

async function pricesFile(db: Runner, at: Date): Promise<DemoFile> {
  const prices = await query<{ sku: string; type: string; price: number; unit: string | null }>(
    db,
    sql`select s.external_id as sku, t.external_id as type, p.price::float8 / 10000 as price, p.unit from prices p join skus s on s.id = p.sku_id join price_types t on t.id = p.price_type_id
        where s.external_id is not null and t.external_id is not null order by s.external_id, t.external_id`,
  )
  const skus = new Map<string, typeof prices>()
  for (const price of prices) skus.set(price.sku, [...(skus.get(price.sku) ?? []), price])
  const offers = [...skus].map(([sku, list]) =>
    xmlElement(
      'Предложение',
      tag('Ид', sku),
      xmlElement(
        'Цены',
        ...list.map(({ type, price }) =>
          xmlElement('Цена', tag('ИдТипаЦены', type), tag('ЦенаЗаЕдиницу', price.toFixed(2)), tag('Валюта', 'RUB')),
        ),
      ),
    ),
  )
  const head = [
    tag('Ид', `${CATALOGUE}#`),
    tag('Наименование', 'Пакет предложений'),
    tag('ИдКаталога', CATALOGUE),
    tag('ИдКлассификатора', CATALOGUE),
  ].join('')
  const offered = `<ПакетПредложений СодержитТолькоИзменения="true">\n${head}${xmlElement('Предложения', ...offers)}</ПакетПредложений>\n`
  return fileOf('offers0_1.xml', offered, prices.length, at)
}

async function ordersFile(db: Runner, at: Date): Promise<DemoFile> {
  type Line = { id: string; name: string; price: number; qty: number; total: number }
  const orders = await query<{
    id: string
    number: string
    day: string
    time: string
    total: number
    company: string
    companyId: string
    inn: string | null
    lines: Line[]
  }>(
    db,
    sql`select coalesce(o.external_id, o.id::text) as id, o.number, to_char(o.placed_at at time zone 'Europe/Moscow', 'YYYY-MM-DD') as day, to_char(o.placed_at at time zone 'Europe/Moscow', 'HH24:MI:SS') as time,
               o.total::float8 / 100 as total, c.name as company, c.external_id as "companyId", c.inn,
               (select jsonb_agg(jsonb_build_object('id', coalesce(k.external_id, l.product_external_id), 'name', l.name, 'price', l.price / 10000.0, 'qty', l.qty / 1000.0, 'total', l.total / 100.0) order by l.position)
                from order_lines l left join skus k on k.id = l.sku_id where l.order_id = o.id) as lines
        from orders o join companies c on c.id = o.company_id where o.exported_at is not null and o.total > 0 order by o.placed_at desc limit 4`,
  )
  const documents = orders.map((order) =>
    xmlElement(
      'Документ',
      tag('Ид', order.id),
      tag('Номер', order.number),
      tag('Дата', order.day),
      tag('Время', order.time),
      tag('ХозОперация', 'Заказ товара'),
      tag('Роль', 'Продавец'),
      tag('Валюта', 'RUB'),
      tag('Курс', '1'),
      tag('Сумма', order.total.toFixed(2)),
      xmlElement(
        'Контрагенты',
        xmlElement(
          'Контрагент',
          tag('Ид', order.companyId),
          tag('Наименование', order.company),
          tag('Роль', 'Покупатель'),
          tag('ИНН', order.inn),
        ),
      ),
      xmlElement(
        'Товары',
        ...(order.lines ?? []).map((line) =>
          xmlElement(
            'Товар',
            tag('Ид', line.id),
            tag('Наименование', line.name),
            tag('ЦенаЗаЕдиницу', line.price.toFixed(2)),
            tag('Количество', String(line.qty)),
            tag('Сумма', line.total.toFixed(2)),
          ),
        ),
      ),
    ),
  )
  return fileOf('orders.xml', documents.join(''), orders.length, at)
}

function fileOf(name: string, body: string, rows: number, at: Date): DemoFile {
  const xml = `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.10" ДатаФормирования="${at.toISOString().slice(0, 19)}">\n${body}</КоммерческаяИнформация>\n`
  return { name, xml, rows, sha256: createHash('sha256').update(xml).digest('hex'), size: Buffer.byteLength(xml) }
}
