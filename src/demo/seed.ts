import type { Payload } from 'payload'
import logins from './logins.json'

/** Fills an empty database with the demo company. */
export async function seedDemo(payload: Payload): Promise<void> {
  for (const { collection, email, password } of logins) {
    if (collection !== 'staff') continue
    await payload.create({ collection: 'staff', data: { email, password, name: 'Анна Орлова', role: 'admin' } })
  }
}
