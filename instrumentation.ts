import type { Instrumentation } from 'next'
import { noteFailure } from '@/src/lib/http/malformedCalls'

/** Next calls this once when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { requireSettings } = await import('@/src/lib/settings')
  requireSettings()
  if (process.env.NODE_ENV === 'production') (await import('@/src/lib/consoleToLogger')).consoleToLogger()
  const { watchRequests } = await import('@/src/lib/http/watchRequests')
  const { endWebOnSignal } = await import('@/src/lib/http/endWeb')
  const { watchQueries } = await import('@/src/mechanisms/database/watchQueries')
  watchQueries()
  const watched = watchRequests()
  if (process.env.NEXT_MANUAL_SIG_HANDLE && process.env.NODE_ENV === 'production') endWebOnSignal(watched)
}

/** Next tells of every error that ends a request, before it answers: at once, or the answer would be under way. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routeType }) =>
  noteFailure(error, request, routeType)
