import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Switches remember a person's own hiding; a price holds from a quantity on, and may be told for several units. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    alter table groups add column hidden_by_hand boolean default false;
    alter table products add column hidden_by_hand boolean default false;
    alter table skus add column hidden_by_hand boolean default false;
    alter table price_types add column hidden_by_hand boolean default false;
    alter table warehouses add column hidden_by_hand boolean default false;
    alter table prices add column hidden_by_hand boolean default false,
      add column min_qty numeric default 0 not null, add column per_qty numeric default 1000 not null;
    drop index "sku_priceType_idx";
    create unique index "sku_priceType_minQty_idx" on prices using btree (sku_id, price_type_id, min_qty);
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    -- Without the quantity a break would be taken for the price of one piece.
    delete from prices where min_qty <> 0 or per_qty <> 1000;
    drop index "sku_priceType_minQty_idx";
    create unique index "sku_priceType_idx" on prices using btree (sku_id, price_type_id);
    alter table prices drop column hidden_by_hand, drop column min_qty, drop column per_qty;
    alter table warehouses drop column hidden_by_hand;
    alter table price_types drop column hidden_by_hand;
    alter table skus drop column hidden_by_hand;
    alter table products drop column hidden_by_hand;
    alter table groups drop column hidden_by_hand;
  `)
}
