import type { Browser, BrowserContext } from 'playwright-core'
import logins from '@/src/demo/logins.json'

type Options = NonNullable<Parameters<Browser['newContext']>[0]>
type State = Exclude<NonNullable<Options['storageState']>, string>

/** What a browser keeps of each role's first sign-in to a portal: a password costs the server a hash every time. */
const kept = new Map<string, State>()

/**
 * A browser of its own in which the demo's person of this role has signed in, to the cabinet or to the panel. Those of
 * one role are the same session of theirs, for as long as it is not ended.
 */
export async function signedIn(
  at: { browser: Browser; url: string },
  role: string,
  options: Options = {},
): Promise<BrowserContext> {
  const login = logins.find((one) => one.role === role)
  if (!login) throw new Error(`The demo has no ${role}`)
  const { email, password, collection } = login
  const who = `${at.url} ${role}`
  const context = await at.browser.newContext({
    viewport: { width: 1280, height: 900 },
    storageState: kept.get(who),
    ...options,
  })
  const headers = { origin: at.url }
  if (kept.has(who)) {
    const me = await context.request.get(`${at.url}/api/${collection}/me`, { headers })
    if (((await me.json()) as { user: unknown }).user) return context
    await context.clearCookies()
  }
  const answer = await context.request.post(`${at.url}/api/${collection}/login`, { data: { email, password }, headers })
  if (!answer.ok()) throw new Error(`${role} cannot sign in: ${answer.status()}`)
  kept.set(who, await context.storageState())
  return context
}
