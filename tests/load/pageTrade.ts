import type pg from 'pg'

export type Amounts = {
  companies: number
  orders: number
  /** 3 if not said */ linesEach?: number
  ledger: number
  documents: number
  notifications: number
}

/** Of everything, this part belongs to the company that is measured: a large client, not an average one. */
const OWN = 0.01

/**
 * Companies, orders with their lines, documents, a ledger and notifications, set by set in SQL. Row `n` belongs to
 * the measured client when n falls into its part, to one of the others otherwise; of fifty orders one is not closed.
 * `own` 0 fills the others alone.
 */
export async function fillTrade(
  client: pg.Client,
  { companies, orders, linesEach = 3, ledger, documents, notifications }: Amounts,
  own = OWN,
): Promise<void> {
  const run = (text: string, values: unknown[] = []): Promise<unknown> => client.query(text, values)
  await run(
    `insert into companies (name, legal_name, inn, status, manager_id, currency, credit_limit, debt, overdue, balance, price_type_id)
     select 'ООО «Компания ' || n || '»', 'Общество «Компания ' || n || '»', lpad((7700000000 + n)::text, 10, '0'), 'active',
            (select id from staff where role = 'manager' order by email offset n % 2 limit 1), 'RUB', 50000000, n * 100, n % 7 * 100, -n * 100,
            (select id from price_types where base)
     from generate_series(1, $1::int) n`,
    [companies],
  )
  await run(
    `create temp table whose as select id, row_number() over (order by id) - 1 as place from companies where inn like '77000%'`,
  )
  await run(`create temp table own as select u.id as person, m.company_id as id from users u join memberships m on m.user_id = u.id
             join companies c on c.id = m.company_id where u.email = 'client@demo.kabinet' order by m.created_at, c.name desc limit 1`)
  await run(`update own set id = (select company_id from users where id = own.person)`)
  await run(
    `create temp table goods as select k.id, row_number() over (order by k.id) - 1 as place, k.name from skus k join prices r on r.sku_id = k.id and r.price_type_id = (select id from price_types where base)`,
  )
  const company = own > 0 ? `case when n % ${Math.round(1 / own)} = 0 then (select id from own) else w.id end` : 'w.id'
  const shared = `left join whose w on w.place = n % (select count(*) from whose)`
  await run(`insert into accounts (number, company_id, currency, balance, balance_at)
             select 'ЛС-' || place, id, 'RUB', -100, now() from whose`)
  await run(`insert into contracts (number, date, company_id, kind, status, currency, amount)
             select 'ДГ-' || place, now() - interval '2 years', id, 'main', 'active', 'RUB', 0 from whose`)
  await run(
    `insert into orders (number, status, company_id, placed_at, planned_date, delivery_method, payment_method, total, vat, paid, currency, line_count, erp_number, external_id, exported_at, created_at)
     select 'Н-' || lpad(n::text, 7, '0'), (case when mixed % 50 > 0 then 'closed' else (array['submitted', 'confirmed', 'working', 'shipped'])[1 + mixed / 50 % 4] end)::enum_orders_status,
            ${company}, at, at + interval '5 days', 'pickup', 'invoice', 10000 + n % 5000000, 1000, case when mixed % 8 = 0 then 0 else 10000 + n % 5000000 end, 'RUB', 3,
            'УТ-' || n, 'bench-' || n, at, at
     from generate_series(1, $1::int) n ${shared}, lateral (select now() - make_interval(mins => ((n::bigint * 7919) % 1051200)::int) as at, n + n / 100 as mixed) moment`,
    [orders],
  )
  await run(
    `insert into order_lines (order_id, company_id, position, sku_id, name, article, unit, qty, price, discount, total, vat_rate, shipped_qty, created_at)
     select o.id, o.company_id, l.n, g.id, g.name, 'АРТ-' || g.place, 'шт', 1000 * l.n, 1000000, 0, 10000 * l.n, 20, 0, o.placed_at
     from orders o cross join generate_series(1, ${Math.trunc(linesEach)}) l(n)
     join goods g on g.place = (hashtext(o.number || l.n)::bigint & 2147483647) % (select count(*) from goods) where o.external_id like 'bench-%'`,
  )
  await run(
    `insert into events (type, entity, entity_id, company_id, data, actor_role, actor_name, created_at)
     select 'order.submitted', 'orders', o.id::text, o.company_id, '{"to": "submitted"}', 'client', 'Клиент', o.placed_at from orders o where o.external_id like 'bench-%'`,
  )
  await run(
    `insert into comments (entity, entity_id, company_id, body, internal, author_name, user_id, created_at)
     select 'orders', o.id::text, o.company_id, 'Когда отгрузка?', false, 'Клиент', case when random() < 0.5 then (select person from own) end, o.placed_at + interval '1 hour'
     from orders o where o.external_id like 'bench-%' and hashtext(o.number) % 5 = 0`,
  )
  await run(
    `insert into documents (kind, number, date, company_id, order_id, total, paid, due_date, currency, cancelled, external_id)
     select (case when (n + n / 100) % 2 = 0 then 'invoice' else 'upd' end)::enum_documents_kind, 'Д-' || n, o.placed_at, o.company_id, o.id, o.total, case when (n + n / 100) % 9 = 0 then 0 else o.total end,
            o.placed_at + interval '14 days', 'RUB', false, 'bench-' || n
     from (select *, row_number() over (order by number) as n from orders where external_id like 'bench-%') o where n <= $1::int`,
    [documents],
  )
  await run(
    `with entry as (
       insert into ledger_transactions (kind, external_id, occurred_at, currency, memo)
       select case when n % 2 = 0 then 'invoice' else 'payment' end, 'bench-' || n || ':' || ${company}, now() - make_interval(mins => ((n::bigint * 104729) % 1051200)::int), 'RUB', jsonb_build_object('text', 'Проводка ' || n, 'number', n::text)
       from generate_series(1, $1::int) n ${shared} returning id, external_id, occurred_at, kind
     ), sides as (
       select e.*, (select a.id from accounts a where a.company_id = split_part(e.external_id, ':', 2)::uuid and a.contract_id is null limit 1) as account from entry e
     )
     insert into ledger_postings (transaction_id, account, occurred_at, amount)
     select id, side.account, occurred_at, side.amount from sides,
       lateral (values ('account:' || account, case when kind = 'invoice' then -10000 else 10000 end), ('erp:RUB', case when kind = 'invoice' then 10000 else -10000 end)) side(account, amount)
     where sides.account is not null`,
    [ledger],
  )
  await run(
    `with happened as (
       insert into events (type, entity, entity_id, company_id, data) select 'bench.told', 'companies', n::text, ${company}, '{}' from generate_series(1, $1::int) n ${shared} returning id, entity_id::int as n, company_id
     )
     insert into notifications (event_id, key, user_id, company_id, title, body, link, in_feed, read_at, created_at)
     select h.id, 'bench', u.id, h.company_id, 'Уведомление ' || n, 'Что-то случилось', '/orders', true, case when n % 20 > 0 then now() end, now() - make_interval(mins => n)
     from happened h join lateral (select id from users order by email offset h.n % 4 limit 1) u on true`,
    [notifications],
  )
  if (own > 0) await fillCart(client)
  await run('vacuum analyze')
}

/** Thirty lines in the measured person's cart, of goods that may be bought by twos: sold singly, at one price from the first on. */
async function fillCart(client: pg.Client): Promise<void> {
  const cart = `from carts where user_id = (select person from own) and company_id = (select id from own)`
  await client.query(`delete from cart_lines where cart_id in (select id ${cart})`)
  await client.query(`delete ${cart}`)
  await client.query(
    `with cart as (insert into carts (user_id, company_id) select person, id from own returning id, user_id)
     insert into cart_lines (cart_id, user_id, sku_id, qty, price_seen) select cart.id, cart.user_id, g.id, 2000, 1 from cart, (
       select k.id from skus k join products p on p.id = k.product_id join prices r on r.sku_id = k.id and r.price_type_id = (select id from price_types where base)
       where k.active and p.active and coalesce(p.pack_size, 0) in (0, 1000) group by k.id
       having count(*) = 1 and bool_and(r.min_qty = 0 and r.max_qty is null and r.per_qty = 1000 and r.price > 0 and r.active is not false)
       order by md5(k.id::text) limit 30
     ) g`,
  )
}
