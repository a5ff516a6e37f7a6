const own = `(select company_id from users where email = 'client@demo.kabinet')`

/** Hand-written SQL of the rows that are measured; $1 is the number of an order or the id of a section. */
export const BARE = {
  orders: `select id, number, status, placed_at, planned_date, total, paid, currency, line_count, erp_number from orders
           where company_id = ${own} order by placed_at desc nulls last, id limit 20`,
  order: `select l.id, l.position, l.name, l.article, l.unit, l.qty, l.price, l.total from order_lines l join orders o on o.id = l.order_id
          where o.number = $1 and o.company_id = ${own} order by l.position`,
  goods: `select p.id, p.name, p.article, p.slug, p.unit, pp.price from products p left join product_prices pp on pp.product_id = p.id
            and pp.price_type_id = (select id from price_types where base limit 1)
          where p.group_id = $1 and p.active order by p.name limit 24`,
}
