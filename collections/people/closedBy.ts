import type { Condition } from 'payload'
import type { Text } from '@/src/lib/i18n'

/**
 * Who closed a login or a membership. The database writes it (migration 000014) whoever closes: `erp` when
 * the exchange says so itself, `portal` for everybody else; opening clears it. What a person closed, the
 * flag of 1C does not open again: only a person does.
 */
export const closedByOptions = (labels: Record<'portal' | 'erp', Text>) => [
  { value: 'portal', label: labels.portal },
  { value: 'erp', label: labels.erp },
]

/** Shown on what is closed. */
export const isClosed: Condition = (data) => data.active === false
