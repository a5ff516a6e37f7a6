import type { Locale } from '@/src/lib/i18n'

/** One person who is told, as their profile has it now. */
export type Recipient = {
  collection: 'users' | 'staff'
  id: string
  name: string
  email: string
  locale: Locale
}
