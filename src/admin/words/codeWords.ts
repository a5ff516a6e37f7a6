import type { Text } from '@/src/lib/i18n'
import { doorLabels, roleLabels } from '@/src/mechanisms/access/roles.labels'
import { declaredActions } from '@/src/mechanisms/actions/defineAction'
import { declaredAuditActions } from '@/src/mechanisms/audit/defineAuditAction'
import { slugOf } from '@/src/mechanisms/database/tableOf'
import { declaredEvents } from '@/src/mechanisms/events/defineEvents'
import { declaredConsumers } from '@/src/mechanisms/exchange/consumer'
import { declaredKinds } from '@/src/mechanisms/panel/defineKinds'
import { declaredResources } from '@/src/mechanisms/exchange/items/defineResource'
import { declaredJobs } from '@/src/mechanisms/jobs/defineJob'
import { declaredModules } from '@/src/mechanisms/modules/defineModule'
import { declaredPrintData } from '@/src/mechanisms/print/templates/definePrintData'
import { paymentMethods } from '@/collections/sales/payment-methods/definePaymentMethod'
import { textOf } from '../fields/textOf'

type Words = Record<string, Text>

const sorts = {
  action: () => labelled([...declaredAuditActions(), ...declaredActions()]),
  event: () => Object.fromEntries([...declaredEvents()].map(([type, { label }]) => [type, label])),
  job: () => labelled(declaredJobs()),
  kind: kindWords,
  print: () => Object.fromEntries(declaredPrintData().map(({ kind, label }) => [kind, label])),
  payment: () => Object.fromEntries(paymentMethods().map(({ slug, label }) => [slug, label])),
  role: () => ({ ...doorLabels, ...roleLabels }),
} satisfies Record<string, () => Words>

/** A sort of codes that are shown in words: `custom: { code: 'event' }` of a field names one. */
export type CodeKind = keyof typeof sorts

/** The words of all codes of a sort, from their declarations. A browser knows no declaration: it is handed them. */
export const declaredWords = (sort: CodeKind): Words => sorts[sort]()

/** The words of a code, or the code itself when nobody has named it. */
export const wordsOfCode = (sort: CodeKind, code: string): Text => textOf(code, { words: declaredWords(sort) })

/** Codes whose words hold this text, in either language. */
export function codesNamed(sort: CodeKind, text: string): string[] {
  const asked = text.trim().toLowerCase()
  return Object.entries(declaredWords(sort)).flatMap(([code, { ru, en }]) =>
    `${ru}\n${en}`.toLowerCase().includes(asked) ? [code] : [],
  )
}

const labelled = (declared: ReadonlyArray<{ name: string; label: Text }>): Words =>
  Object.fromEntries(declared.map(({ name, label }) => [name, label]))

/** Kinds of records: collections, what 1C sends item by item, the sets that fill a collection's table, and what is none of these. */
function kindWords(): Words {
  const collections: Words = Object.fromEntries(
    declaredModules().flatMap((module) =>
      module.collections.flatMap(({ slug, labels }) =>
        isText(labels?.plural) ? [[slug, labels.plural] as const] : [],
      ),
    ),
  )
  const sets = declaredConsumers().flatMap(({ tables = [] }) => tables)
  return {
    ...Object.fromEntries(declaredKinds()),
    ...Object.fromEntries(declaredResources().map(({ name, title }) => [name, title])),
    ...Object.fromEntries(
      sets.flatMap(({ entity, table }) => {
        const label = collections[slugOf(table)]
        return label ? [[entity, label] as const] : []
      }),
    ),
    ...collections,
  }
}

const isText = (label: unknown): label is Text =>
  typeof label === 'object' && label !== null && 'ru' in label && 'en' in label
