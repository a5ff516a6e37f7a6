import type { Browser, BrowserContext } from 'playwright-core'
import logins from '@/src/demo/logins.json'

/** A browser of its own in which the demo's person of this role has signed in, to the cabinet or to the panel. */
export async function signedIn(at: { browser: Browser; url: string }, role: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const login = logins.find((one) => one.role === role)
  if (!login) throw new Error(`The demo has no ${role}`)
  const context = await at.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const { email, password } = login
  const answer = await context.request.post(`${at.url}/api/${login.collection}/login`, { data: { email, password }, headers: { origin: at.url } })
  if (!answer.ok()) throw new Error(`${role} cannot sign in: ${answer.status()}`)
  return context
}
