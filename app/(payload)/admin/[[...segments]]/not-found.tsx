import { getRequestLanguage } from 'payload'
import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { NoSuchPage } from '@/src/admin/lib/NoSuchPage'
import { panelLocale } from '@/src/admin/lib/panelLocale'

/**
 * Where a view finds that it is not there. Next draws it beside every page in case it is wanted: it is small, and asks
 * the database nothing.
 */
export default async function NotFound() {
  const language = getRequestLanguage({ config: await config, cookies: await cookies(), headers: await headers() })
  return <NoSuchPage locale={panelLocale(language)} />
}
