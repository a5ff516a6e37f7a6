import { hashPassword, type StoredPassword } from '@/src/mechanisms/sessions/passwords'
import records from './logins.json'

export type DemoLogin = { role: { ru: string; en: string }; email: string; password: string; where: '/' | '/admin' }

/** How to sign in to the demo. The list is JSON because the start script reads it before anything is built. */
export const demoLogins: readonly DemoLogin[] = records.map(({ collection, email, password, ru, en }) => ({
  role: { ru, en },
  email,
  password,
  where: collection === 'staff' ? '/admin' : '/',
}))

/**
 * Address and stored password of a demo person. Written below Payload: the passwords of the demo are
 * shorter than the portal lets a person choose.
 */
export async function credentials(role: string): Promise<{ email: string } & StoredPassword> {
  const login = records.find((record) => record.role === role)
  if (!login) throw new Error(`The demo has no login of ${role}`)
  return { email: login.email, ...(await hashPassword(login.password)) }
}
