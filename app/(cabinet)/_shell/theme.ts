import { cookies } from 'next/headers'
import { THEME_COOKIE, type Theme } from '@/src/ui/shell/shellData'

/** The theme the person chose; «system» until they choose. */
export async function readTheme(): Promise<Theme> {
  const value = (await cookies()).get(THEME_COOKIE)?.value
  return value === 'light' || value === 'dark' ? value : 'system'
}
