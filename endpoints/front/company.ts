import type { PayloadRequest } from 'payload'
import { companiesOf } from '@/collections/clients/companies/company.own.queries'
import { currentCompany } from '@/collections/people/memberships/membership.queries'
import { AppError } from '@/src/lib/errors'
import { COMPANY_HEADER } from '@/src/mechanisms/front/openApi'
import { COMPANY } from '@/src/mechanisms/front/readCall'
import type { Caller } from './caller'

export type ChosenCompany = { company: string | null; via: string | null }

/**
 * The company that a call is about: the one it names, else that of the key, else the person's main one. A partner may
 * name a sub-client. Another one is not there, as for every record of it.
 * @throws AppError `record.notFound` 404
 */
export async function companyOfCall(
  req: PayloadRequest,
  { actor, main }: Caller,
  search: URLSearchParams,
): Promise<ChosenCompany> {
  const asked = req.headers.get(COMPANY_HEADER) || search.get(COMPANY)
  if (!asked) return { company: currentCompany(actor, null, { main }), via: null }
  if (actor.memberships.has(asked)) return { company: asked, via: null }
  const theirs = actor.role === 'partner' && actor.id ? await companiesOf(req, actor.id) : []
  const partner = theirs.find(({ id }) => id === asked)?.partner
  if (!partner || !actor.memberships.has(partner))
    throw new AppError('record.notFound', {}, { status: 404, field: COMPANY })
  return { company: asked, via: partner }
}
