import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { executeAuthStrategies, getPayload } from 'payload'
import { CabinetVisitor } from '@/src/admin/people/CabinetVisitor'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = ({ params, searchParams }: Args): Promise<Metadata> =>
  generatePageMetadata({ config, params, searchParams })

/** One cookie holds whoever is signed in. Payload would send a person of the cabinet from its login to its refusal and back for ever. */
export default async function Page({ params, searchParams }: Args) {
  const { user } = await executeAuthStrategies({ headers: await headers(), payload: await getPayload({ config }), canSetHeaders: false })
  if (user?.collection === 'users') return <CabinetVisitor locale={user.locale === 'en' ? 'en' : 'ru'} name={user.name} />
  return RootPage({ config, importMap, params, searchParams })
}
