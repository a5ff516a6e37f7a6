import type { Payload, PayloadRequest } from 'payload'
import { declarations } from '@/src/lib/declarations'
import type { Text } from '@/src/lib/i18n'
import type { Lane } from './lanes'

export type JobContext = {
  payload: Payload
  /** A fresh request of the portal itself (no user), to be passed to every nested call. */
  req: PayloadRequest
  jobId: string
  attempt: number
  /** Aborted when the worker is asked to stop. */
  signal: AbortSignal
}

export type JobDeclaration<Data extends object> = {
  name: string
  /** What it does, as the queue of jobs says it: «Отправить письмо о доступе». */
  label: Text
  lane: Lane
  /** Attempts after the first, with exponential backoff starting at `delaySeconds`. */
  retry?: { limit: number; delaySeconds: number }
  /** Cron expression in UTC for a job that also runs by itself. */
  schedule?: string
  /** Must be safe to run twice: a worker may die after its work and before its report. */
  handler: (data: Data, context: JobContext) => Promise<void>
}

const registry = declarations<JobDeclaration<object>>()

export function defineJob<Data extends object>(declaration: JobDeclaration<Data>): JobDeclaration<Data> {
  // The registry forgets the type of the data; it comes back from the queue as what was put in.
  registry.set(declaration.name, declaration as unknown as JobDeclaration<object>)
  return declaration
}

export function jobNamed(name: string): JobDeclaration<object> | undefined {
  return registry.get(name)
}

export const declaredJobs = (): readonly JobDeclaration<object>[] => [...registry.values()]
