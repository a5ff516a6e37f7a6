/** Next calls this once when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { settings } = await import('@/src/lib/settings')
  settings() // a wrong setting stops the start here, with its sentence
  const { watchRequests } = await import('@/src/lib/http/watchRequests')
  const { endWebOnSignal } = await import('@/src/lib/http/endWeb')
  const servers = watchRequests()
  if (process.env.NEXT_MANUAL_SIG_HANDLE && process.env.NODE_ENV === 'production') endWebOnSignal(servers)
}
