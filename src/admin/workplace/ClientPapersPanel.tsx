import { contractLabels } from '@/collections/contracts/contracts/contract.labels'
import { say, type Locale } from '@/src/lib/i18n'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { adminLabels } from '../admin.labels'
import { papersLabels } from './clients.labels'
import { ContractsPick } from './ContractsPick'
import { DocumentsPick } from './DocumentsPick'
import { PAPERS_SHOWN, clientPapersOf } from './papers.queries'

const words = papersLabels
const pick = <Key extends keyof typeof words>(keys: readonly Key[], locale: Locale): Record<Key, string> =>
  // fromEntries forgets that the keys are exactly these.
  Object.fromEntries(keys.map((key) => [key, say(words[key], locale, { count: PAPERS_SHOWN })])) as Record<Key, string>

/** Documents and contracts of one client, in its record and in the clients' workplace. */
export async function ClientPapersPanel({
  context,
  company,
  locale,
}: {
  context: QueryContext
  company: string
  locale: Locale
}) {
  const { documents, documentsTotal, addresses, contracts } = await clientPapersOf(context, company, locale)
  const { off } = context.actor
  const shared = { failed: say(adminLabels.failed, locale), back: say(adminLabels.back, locale) }
  return (
    <div className="kb-papers">
      {off?.has('documents') ? null : (
        <DocumentsPick
          addresses={addresses}
          documents={documents}
          locale={locale}
          more={documentsTotal > documents.length}
          words={{
            ...shared,
            ...pick(
              [
                'title',
                'kind',
                'anyKind',
                'number',
                'date',
                'sum',
                'file',
                'noFile',
                'open',
                'choose',
                'send',
                'whom',
                'other',
                'leave',
                'noAddress',
                'none',
                'nothing',
                'first',
              ],
              locale,
            ),
          }}
        />
      )}
      {off?.has('contracts') ? null : (
        <ContractsPick
          contracts={contracts}
          states={Object.entries(contractLabels.options.status).map(([value, label]) => ({
            value,
            label: say(label, locale),
          }))}
          words={pick(
            [
              'contracts',
              'anyState',
              'contractNumber',
              'number',
              'date',
              'state',
              'until',
              'limit',
              'debt',
              'noContracts',
              'nothing',
            ],
            locale,
          )}
        />
      )}
    </div>
  )
}
