/** The event as its notifications see it: a row that is read back. */
export type NotifiedEvent<Data = Record<string, unknown>> = {
  id: string
  type: string
  entity: string
  entityId: string
  company: string | null
  /** Id of the company's site, where it has one. */
  site: string | null
  data: Data
  actor: { collection: string | null; id: string | null; name: string }
  createdAt: string
}
