import type { UIFieldServerProps } from 'payload'
import { accessOf } from '@/src/mechanisms/access/defineAccess'
import { contextOf } from '@/src/mechanisms/access/context'
import { panelLocale } from '../lib/panelLocale'
import { ClientPapersPanel } from './ClientPapersPanel'

/** [MGR-03] [MGR-05] Documents and contracts in the record of a client; nothing while it is not saved. */
export async function CompanyPapers({ req, id, i18n }: UIFieldServerProps) {
  if (!id) return null
  const context = await contextOf(req)
  if (accessOf('companies').where(context.actor, 'read') === false) return null
  return <ClientPapersPanel company={String(id)} context={context} locale={panelLocale(i18n.language)} />
}
