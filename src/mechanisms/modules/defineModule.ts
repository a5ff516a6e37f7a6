import type { CollectionConfig, GlobalConfig } from 'payload'
import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { Role } from '../access/roles'

/** Icons that the navigation draws for areas. */
export type NavIcon = 'catalogue' | 'orders' | 'documents' | 'money' | 'requests' | 'services' | 'company'

/** A place in the cabinet's navigation; shown only to those who may use it. */
export type NavItem = {
  href: string
  label: Text
  /** Capability the person must hold in the current company. */
  needs?: string
  roles?: readonly Role[]
  icon?: NavIcon
  /** Stands in the bar at the foot of a phone. */
  phone?: boolean
  /** Beginnings of addresses that lie under the area without bearing its own. */
  also?: readonly string[]
  /** Second level: pages of the area. */
  pages?: readonly Omit<NavItem, 'pages'>[]
  order: number
}

/** A deed that ⌘K leads to: «Новый заказ». Shown only to those who may do it; a `main` one at the head of the home page too. */
export type CommandItem = { href: string; label: Text; needs?: string; roles?: readonly Role[]; main?: boolean }

export type ModuleDeclaration = {
  slug: string
  label: Text
  description?: Text
  /** A required module has no switch. */
  required?: boolean
  /** Areas that it cannot be without: it goes off with them. */
  dependsOn?: readonly string[]
  /** Areas that it reads and asks while they are there, and does without while they are off. */
  knows?: readonly string[]
  collections: readonly CollectionConfig[]
  /** Slugs of collections that a plugin makes for the area. */
  pluginCollections?: readonly string[]
  /** Slugs of collections that other areas use as well: they stay when this one is off. */
  shared?: readonly string[]
  /** Tables of the area that no collection makes. */
  tables?: readonly string[]
  /** Slugs of collections that a mechanism keeps its rows in, which the area shows. */
  ofMechanisms?: readonly string[]
  globals?: readonly GlobalConfig[]
  nav?: readonly NavItem[]
  commands?: readonly CommandItem[]
  /** Capabilities of portal roles that mean something in this area alone, with their words: nobody holds them while it is off. */
  capabilities?: Readonly<Record<string, Text>>
  /**
   * Actions, jobs, notifications, workflows and mappings of the area. Defining one registers it; the
   * list here is what makes the process load it and what the switch goes by.
   */
  parts?: readonly object[]
}

const registry = declarations<ModuleDeclaration>(() => (owners = undefined))
let owners: { parts: Map<object, string>; entities: Map<string, string>; capabilities: Map<string, string> } | undefined

/** An entity as its area lists it: the collection, and what else is declared for it. */
export type Entity = { collection: CollectionConfig; parts?: readonly object[] }

/** Puts an entity together, so that one line of its area's module brings all of it. */
export const defineEntity = (entity: Entity): Entity => entity

/** Declares an area: what it consists of, its switch, its navigation, what it depends on. */
export function defineModule({ entities = [], ...own }: Declaration): ModuleDeclaration {
  const declaration = {
    ...own,
    collections: [...(own.collections ?? []), ...entities.map(({ collection }) => collection)],
    parts: [...(own.parts ?? []), ...entities.flatMap(({ parts = [] }) => parts)],
  }
  registry.set(declaration.slug, declaration)
  owners = undefined
  return declaration
}

/** An area as it is written: an entity brings its collection and its parts with it. */
type Declaration = Omit<ModuleDeclaration, 'collections'> & {
  collections?: readonly CollectionConfig[]
  entities?: readonly Entity[]
}

export const declaredModules = (): readonly ModuleDeclaration[] => [...registry.values()]

/** The module that lists this action, job, notification or mapping among its parts. */
export const moduleOfPart = (part: object): string | undefined => known().parts.get(part)

/** The module an entity (collection or global) belongs to; undefined for what belongs to none or is shared. */
export const moduleOfEntity = (entity: string): string | undefined => known().entities.get(entity)

/** The module outside of which a capability means nothing. */
export const moduleOfCapability = (capability: string): string | undefined => known().capabilities.get(capability)

/** All capabilities that modules declare, with their words. */
export const declaredCapabilities = (): ReadonlyArray<readonly [string, Text]> =>
  declaredModules().flatMap(({ capabilities }) => Object.entries(capabilities ?? {}))

/** Slugs of the collections that live and go with a module. */
export function entitiesOf({
  collections,
  pluginCollections = [],
  globals = [],
  shared = [],
}: ModuleDeclaration): string[] {
  return [...collections.map(({ slug }) => slug), ...pluginCollections, ...globals.map(({ slug }) => slug)].filter(
    (slug) => !shared.includes(slug),
  )
}

function known(): NonNullable<typeof owners> {
  const pairs = <Key>(keysOf: (module: ModuleDeclaration) => readonly Key[]): Map<Key, string> =>
    new Map(declaredModules().flatMap((module) => keysOf(module).map((key) => [key, module.slug] as const)))
  return (owners ??= {
    parts: pairs(({ parts }) => parts ?? []),
    entities: pairs(entitiesOf),
    capabilities: pairs(({ capabilities }) => Object.keys(capabilities ?? {})),
  })
}
