import type { CollectionConfig, GlobalConfig } from 'payload'
import type { Text } from '@/src/lib/i18n'
import type { Role } from '../access/actor'

/** A place in the cabinet's navigation; shown only to those who may use it. */
export type NavItem = {
  href: string
  label: Text
  /** Capability the person must hold in the current company. */
  needs?: string
  roles?: readonly Role[]
  /** Second level: pages of the area. */
  pages?: readonly Omit<NavItem, 'pages'>[]
  order: number
}

export type ModuleDeclaration = {
  slug: string
  label: Text
  description?: Text
  /** A required module has no switch. */
  required?: boolean
  dependsOn?: readonly string[]
  collections: readonly CollectionConfig[]
  globals?: readonly GlobalConfig[]
  nav?: readonly NavItem[]
  /**
   * Actions, jobs, notifications, workflows and mappings of the area. Defining one registers it; the
   * list here is what makes the process load it.
   */
  parts?: readonly object[]
}

const registry = new Map<string, ModuleDeclaration>()

/** Declares an area: what it consists of, its switch, its navigation, what it depends on. */
export function defineModule(declaration: ModuleDeclaration): ModuleDeclaration {
  if (registry.has(declaration.slug) && registry.get(declaration.slug) !== declaration) {
    registry.delete(declaration.slug)
  }
  registry.set(declaration.slug, declaration)
  return declaration
}

export const declaredModules = (): readonly ModuleDeclaration[] => [...registry.values()]
