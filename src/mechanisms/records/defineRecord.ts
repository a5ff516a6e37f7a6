import { declarations } from '@/src/lib/declarations'
import { isStaff, type Actor } from '../access/actor'

/** What the address of a record is made of, where it is not its id: the declaration adds its entity here. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where records are declared
export interface RecordKeys {}

export type KeyOf<Entity extends string> = Entity extends keyof RecordKeys ? RecordKeys[Entity] : { id: string }

/** The panel needs less where the cabinet names more than the id. */
export type PanelKeyOf<Entity extends string> = KeyOf<Entity> extends { id: string } ? { id: string } : KeyOf<Entity>

export type RecordDeclaration<Entity extends string = string> = {
  entity: Entity
  /** Capability that a person of the company must hold to read of the record's history and correspondence; without it nobody of theirs does. */
  needs?: string
  /** Its page in the cabinet, without the language. */
  page?: (key: KeyOf<Entity>) => string
  /** Where employees work with it; left out, the record itself in the panel. */
  panel?: (key: PanelKeyOf<Entity>) => string
}

/** A record as an event names it: by its id, and by whatever else its data tell. */
type Named = { entity: string; entityId: string; data: Record<string, unknown> }

// Which key an entity takes is held by the types of `defineRecord` and `pageOf`.
type Known = Omit<RecordDeclaration, 'page' | 'panel'> & Record<'page' | 'panel', ((key: object) => string) | undefined>
const registry = declarations<Known>()

/** Declares what other areas may know of an entity's records: who reads of them, and where they are found. */
export function defineRecord<const Entity extends string>(
  declaration: RecordDeclaration<Entity>,
): RecordDeclaration<Entity> {
  registry.set(declaration.entity, declaration as unknown as Known)
  return declaration
}

export const declaredRecords = (): readonly Pick<RecordDeclaration, 'entity' | 'needs'>[] => [...registry.values()]

/** The capability by the entity that a row is about, as rules of access ask for it (`needsBy`). */
export const recordNeeds = (): Readonly<Record<string, string>> =>
  Object.fromEntries([...registry.values()].flatMap(({ entity, needs }) => (needs ? [[entity, needs]] : [])))

/** The page of a record in the cabinet: `pageOf('orders', { number })`. @throws Error for an entity that has none */
export const pageOf = <const Entity extends string>(entity: Entity, key: KeyOf<Entity>): string => cabinet(entity, key)

/** Where employees work with a record. */
export const panelPageOf = <const Entity extends string>(entity: Entity, key: PanelKeyOf<Entity>): string =>
  panel(entity, key)

/** Where this person finds a record: employees in the panel, people of the cabinet on its page. */
export const placeOfRecord = <const Entity extends string>(
  { actor }: { actor: Actor },
  entity: Entity,
  key: KeyOf<Entity> & { id: string },
): string => (isStaff(actor) ? panel(entity, key) : cabinet(entity, key))

/** The page of the record that an event is about; its data bear what the address is made of. */
export const pageOfEvent = (event: Named): string => cabinet(event.entity, keyOf(event))
/** The same for employees. */
export const panelPageOfEvent = (event: Named): string => panel(event.entity, keyOf(event))

const keyOf = ({ entityId, data }: Named): object => ({ ...data, id: entityId })

function cabinet(entity: string, key: object): string {
  const page = registry.get(entity)?.page
  if (!page) throw new Error(`No page is declared for ${entity}`)
  return page(key)
}

function panel(entity: string, key: object): string {
  return registry.get(entity)?.panel?.(key) ?? `/admin/collections/${entity}/${'id' in key ? String(key.id) : ''}`
}
