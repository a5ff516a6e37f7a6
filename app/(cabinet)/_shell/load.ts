import type { Locale } from '@/src/lib/i18n'
import type { ShellData } from '@/src/ui/shell/shellData'
import { readTheme } from './theme'

/** What the frame around the pages shows for this request. Nobody is logged in until the session is read here. */
export async function loadShell(locale: Locale): Promise<ShellData> {
  const prefix = `/${locale}`
  return {
    locale,
    theme: await readTheme(),
    prefixes: { ru: '/ru', en: '/en' },
    brand: { name: 'Kabinet', href: prefix, hue: 262 },
    person: null,
    companies: [],
    areas: [],
    commands: [],
    unread: 0,
    cart: null,
    urls: { profile: `${prefix}/profile`, notifications: `${prefix}/notifications`, siteMap: `${prefix}/map`, search: '/api/search', live: null },
    freshness: null,
    switchCompany: nothingYet,
    logout: nothingYet,
  }
}

async function nothingYet(): Promise<void> {
  'use server'
}
