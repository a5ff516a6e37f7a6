import config from '@payload-config'
import { generatePageMetadata, NotFoundPage, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { executeAuthStrategies, getPayload } from 'payload'
import { isNotFound } from '@/src/lib/http/isNotFound'
import { answerPageWith } from '@/src/lib/http/pageStatus'
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
  try {
    return await RootPage({ config, importMap, params, searchParams })
  } catch (error) {
    // Thrown on, it would come as an empty document that only a script fills.
    if (!isNotFound(error)) throw error
    answerPageWith(404)
    return NotFoundPage({ config, importMap, params, searchParams })
  }
}
