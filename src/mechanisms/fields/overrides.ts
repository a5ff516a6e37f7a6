import type { Field } from 'payload'

/** Column and field that keep, by the name of a field, what 1C last told of what a person has taken over. */
export const OVERRIDES = 'overrides'

/** What is 1C's and what a person's of a record that 1C sends; null of a record that it never sent. */
export type Origin = 'erp' | 'own'

type Sent = { externalId?: unknown; overrides?: unknown }

/** What 1C last told of the fields that a person has taken over. */
export const overridesOf = ({ overrides }: Pick<Sent, 'overrides'>): Readonly<Record<string, unknown>> =>
  overrides && typeof overrides === 'object' && !Array.isArray(overrides) ? { ...overrides } : {}

/** Who writes this field of a record: 1C again and again, or the person who took it over. */
export function originOf(record: Sent, field: string): Origin | null {
  if (!record.externalId) return null
  return Object.hasOwn(overridesOf(record), field) ? 'own' : 'erp'
}

/**
 * Fields that both 1C and people write. What a person changes of a record that 1C sent is theirs from then on: the
 * exchange leaves it, and keeps beside it what it would have written, so that it can be given back at once
 * (`giveBackAction`). Typing what 1C says gives it back as well. A `BulkTable` honours it by columns with
 * `override: OVERRIDES`.
 */
export function overridesField(fields: readonly string[]): Field {
  return {
    name: OVERRIDES,
    type: 'json',
    label: { ru: 'Изменено вручную', en: 'Changed by hand' },
    custom: { overrides: fields },
    access: { create: () => false, update: () => false },
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    hooks: {
      beforeChange: [
        ({ data, originalDoc, operation, req }) => {
          const told = overridesOf(originalDoc ?? {})
          if (operation !== 'update' || !req.user || !originalDoc?.externalId) return asKept(told)
          const next = { ...told }
          for (const field of fields) {
            const [before, after] = [plain(originalDoc[field]), plain(data?.[field])]
            if (after === before) continue
            if (!Object.hasOwn(next, field)) next[field] = before
            else if (next[field] === after) delete next[field]
          }
          return asKept(next)
        },
      ],
    },
  }
}

/** Nothing taken over is no value. */
const asKept = (told: Record<string, unknown>): Record<string, unknown> | null =>
  Object.keys(told).length > 0 ? told : null

/** A value as it is compared and kept: a related record by its id, nothing and empty alike. */
function plain(value: unknown): unknown {
  if (value && typeof value === 'object' && 'id' in value) return value.id
  return value === undefined || value === '' ? null : value
}
