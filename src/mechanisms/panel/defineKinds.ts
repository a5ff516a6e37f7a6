import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'

const registry = declarations<Text>()

/**
 * Declares what the journals call by a name that is neither of a collection nor of a resource of the exchange. The
 * area's module lists the result among its parts.
 */
export function defineKinds<const Kinds extends Record<string, Text>>(kinds: Kinds): Kinds {
  for (const [name, label] of Object.entries(kinds)) registry.set(name, label)
  return kinds
}

/** Every declared kind with its words. */
export const declaredKinds = (): ReadonlyMap<string, Text> => registry
