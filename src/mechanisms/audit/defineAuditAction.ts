import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'

/** What a line of the audit says was done: an action (`defineAction`) is one as it stands. */
export type AuditAction = {
  /** `entity.verb`; a verb alone is done to records of any kind. */
  name: string
  label: Text
}

const registry = declarations<AuditAction>()

/** Declares what the audit tells of though no action does it: a sign-in, a sweep, a form of the panel. */
export function defineAuditAction(action: AuditAction): AuditAction {
  registry.set(action.name, action)
  return action
}

export const declaredAuditActions = (): readonly AuditAction[] => [...registry.values()]
