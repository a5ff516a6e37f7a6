import config from '@payload-config'
import { generatePageMetadata, NotFoundPage, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { executeAuthStrategies, getPayload, getRequestLanguage } from 'payload'
import { isNotFound } from '@/src/lib/http/isNotFound'
import { answerPageWith } from '@/src/lib/http/pageStatus'
import { tellDesk } from '@/src/admin/lib/deskConfig'
import { PANEL_SUFFIX, viewTitle } from '@/src/admin/nav/panelViews'
import { CabinetVisitor } from '@/src/admin/people/CabinetVisitor'
import { tokenOf } from '@/src/mechanisms/sessions/tokenOf'
import type { User } from '@/src/payload-types'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params, searchParams }: Args): Promise<Metadata> {
  const [metadata, settled, { segments = [] }] = await Promise.all([
    generatePageMetadata({ config, params, searchParams }),
    config,
    params,
  ])
  const language = getRequestLanguage({ config: settled, cookies: await cookies(), headers: await headers() })
  const title = viewTitle(segments, language === 'en' ? 'en' : 'ru')
  return title === null ? metadata : { ...metadata, title: `${title}${PANEL_SUFFIX}` }
}

/** One cookie holds whoever is signed in. Payload would send a person of the cabinet from its login to its refusal and back for ever. */
export default async function Page({ params, searchParams }: Args) {
  await tellDesk()
  const visitor = await cabinetVisitor()
  if (visitor) return <CabinetVisitor locale={visitor.locale === 'en' ? 'en' : 'ru'} name={visitor.name} />
  try {
    return await RootPage({ config, importMap, params, searchParams })
  } catch (error) {
    // Thrown on, it would come as an empty document that only a script fills.
    if (!isNotFound(error)) throw error
    answerPageWith(404)
    return NotFoundPage({ config, importMap, params, searchParams })
  }
}

/** The person of the cabinet who has come here; nobody is asked for whose token is not of one. */
async function cabinetVisitor(): Promise<User | null> {
  const [payload, incoming] = await Promise.all([getPayload({ config }), headers()])
  if ((await tokenOf(payload, incoming))?.collection !== 'users') return null
  const { user } = await executeAuthStrategies({ headers: incoming, payload, canSetHeaders: false })
  return user?.collection === 'users' ? user : null
}
