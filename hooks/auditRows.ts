import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  Config,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import { actorOf } from '@/src/mechanisms/access/actor'
import { changesBetween, type Changes } from '@/src/mechanisms/audit/changes'
import { defineAuditAction, type AuditAction } from '@/src/mechanisms/audit/defineAuditAction'
import { writeAudit } from '@/src/mechanisms/audit/writeAudit'

/** What is done to records of any kind. */
const done = {
  create: defineAuditAction({ name: 'create', label: { ru: 'Создана запись', en: 'Made a record' } }),
  update: defineAuditAction({ name: 'update', label: { ru: 'Изменена запись', en: 'Changed a record' } }),
  delete: defineAuditAction({ name: 'delete', label: { ru: 'Удалена запись', en: 'Deleted a record' } }),
}

/**
 * Writes an audit line for everything that a person changes through Payload (the panel's forms and lists, REST):
 * who, when, from where, which row, and each field before and after. Actions write their own lines; what is a
 * journal itself says so (`custom.journal`) and is left out.
 */
export function auditRows(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((collection) =>
      collection.custom?.journal
        ? collection
        : {
            ...collection,
            hooks: {
              ...collection.hooks,
              afterChange: [...(collection.hooks?.afterChange ?? []), changed(collection.slug)],
              afterDelete: [...(collection.hooks?.afterDelete ?? []), removed(collection.slug)],
            },
          },
    ),
    globals: config.globals?.map((global) => ({
      ...global,
      hooks: { ...global.hooks, afterChange: [...(global.hooks?.afterChange ?? []), settled(global.slug)] },
    })),
  }
}

const changed =
  (slug: string): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, operation, req }) => {
    const fields = changesBetween(operation === 'create' ? {} : (previousDoc ?? {}), doc)
    if (operation === 'create' || Object.keys(fields).length > 0)
      await write(req, done[operation], slug, String(doc.id), { fields })
  }

const removed =
  (slug: string): CollectionAfterDeleteHook =>
  async ({ doc, req }) => {
    const gone = Object.fromEntries(
      Object.entries(changesBetween({}, doc)).map(([name, { before, after }]) => [
        name,
        { before: after, after: before },
      ]),
    )
    await write(req, done.delete, slug, String(doc.id), { fields: gone })
  }

const settled =
  (slug: string): GlobalAfterChangeHook =>
  async ({ doc, previousDoc, req }) => {
    const fields = changesBetween(previousDoc ?? {}, doc)
    if (Object.keys(fields).length > 0) await write(req, done.update, slug, slug, { fields })
  }

async function write(
  req: PayloadRequest,
  { name, label }: AuditAction,
  entity: string,
  entityId: string,
  changes: Changes,
): Promise<void> {
  const actor = await actorOf(req)
  // What the portal does by itself stands in its own journals.
  if (!actor.id) return
  const action = { name: `${entity}.${name}`.slice(0, 80), label }
  await writeAudit(req, { action, actor, entity, entityId, changes })
}
