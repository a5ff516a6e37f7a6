import type { PayloadRequest } from 'payload'
import type { Actor } from '../access/actor'

/** Who looks at or moves a record. The row is as the database has it (snake_case columns), locked where it is to be changed. */
export type RowContext = { req: PayloadRequest; actor: Actor; row: Record<string, unknown> }
export type GuardContext = RowContext & { comment?: string }
