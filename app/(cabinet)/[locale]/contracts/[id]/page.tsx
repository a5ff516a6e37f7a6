import { notFound } from 'next/navigation'
import { contractById, type ContractDetail } from '@/collections/contracts/contracts/contract.queries'
import { contractStanding } from '@/src/mechanisms/credit/standing.queries'
import type { Standing } from '@/src/mechanisms/credit/standing.rules'
import { documentsAbout } from '@/collections/documents/documents/document.queries'
import { humanDate, longDay } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { Columns } from '@/src/ui/base/Columns'
import { PageHead } from '@/src/ui/base/PageHead'
import { Nothing, Sheet } from '@/src/ui/base/Sheet'
import { DataTable } from '@/src/ui/list/DataTable'
import { LimitBar } from '@/src/ui/money/LimitBar'
import { Money } from '@/src/ui/money/Money'
import { FactList } from '@/src/ui/thing/FactList'
import { FileRow } from '@/src/ui/thing/FileRow'
import { Passport } from '@/src/ui/thing/Passport'
import { cabinetPage, type Page } from '../../../_page/cabinetPage'
import { thingTitle } from '../../../_page/thingTitle'
import { TalkSheet } from '../../../_talk/TalkSheet'
import { DocumentRows } from '../../documents/DocumentRows'
import { fileKind, fileSize } from '../../documents/documentWords'
import { contractColumns, ContractState } from '../contractList'
import { contractsPage as words } from '../contracts.labels'
import { scheduleColumns } from './scheduleColumns'
import { SignSheet } from './SignSheet'

type Params = { locale: string; id: string }
const RIGHTS = { module: 'contracts', needs: 'contracts.read' }

export const generateMetadata = thingTitle<Params>(RIGHTS, words.title, async (context, { id }, locale) => {
  const contract = await contractById(context, id)
  return contract && say(contract.kind === 'addendum' ? words.addendum : words.contract, locale, { number: contract.number })
})

export default cabinetPage<Params>(RIGHTS, async (page) => {
  const { context, session, locale, zone, params, href } = page
  const contract = await contractById(context, params.id)
  if (!contract) notFound()
  const [documents, standing] = await Promise.all([documentsAbout(context, { contract: contract.id }), contractStanding(context, contract.id)])
  const title = contract.kind === 'addendum' ? words.addendum : words.contract
  return (
    <>
      <PageHead
        crumbs={[{ label: say(words.title, locale), href: href('/contracts') }]}
        locale={locale}
        sub={say(words.from, locale, { day: longDay(contract.date, locale, zone) })}
        title={say(title, locale, { number: contract.number })}
      />
      <Columns aside={<Aside contract={contract} page={page} standing={standing} />}>
        {contract.status === 'signing' ? (
          <SignSheet contract={contract} file={contract.file ? href(`/contracts/${contract.id}/file`) : null} files={session.capabilities.has('documents.read')} locale={locale} zone={zone} />
        ) : null}
        <Sheet title={say(words.schedule, locale)}>
          <DataTable
            bare
            columns={scheduleColumns(zone)}
            empty={<Nothing>{say(words.noSchedule, locale)}</Nothing>}
            id="schedule"
            label={say(words.schedule, locale)}
            locale={locale}
            rowKey={(row) => row.id}
            rows={contract.schedule}
          />
        </Sheet>
        {contract.addenda.length > 0 ? (
          <Sheet title={say(words.addenda, locale)}>
            <DataTable
              bare
              columns={contractColumns(zone)}
              id="addenda"
              label={say(words.addenda, locale)}
              locale={locale}
              rowHref={(row) => href(`/contracts/${row.id}`)}
              rowKey={(row) => row.id}
              rows={contract.addenda}
            />
          </Sheet>
        ) : null}
        <Sheet title={say(words.documents, locale)}>
          {documents.length > 0 ? <DocumentRows documents={documents} href={href} locale={locale} zone={zone} /> : <Nothing>{say(words.noDocuments, locale)}</Nothing>}
        </Sheet>
        <TalkSheet context={context} entity="contracts" files={session.capabilities.has('documents.read')} id={contract.id} locale={locale} zone={zone} />
      </Columns>
    </>
  )
})

function Aside({ contract, standing, page: { locale, zone, href } }: { contract: ContractDetail; standing: Standing | null; page: Page<Params> }) {
  const file = contract.file ? href(`/contracts/${contract.id}/file`) : null
  const limited = standing !== null && standing.limit > 0
  const money = (amount: number) => <Money amount={amount} currency={contract.currency} locale={locale} />
  return (
    <Sheet title={say(words.terms, locale)}>
      <FactList
        facts={[
          { term: say(words.state, locale), value: <ContractState locale={locale} status={contract.status} /> },
          contract.contractor ? { term: say(words.contractor, locale), value: contract.contractor } : null,
          contract.parent ? { term: say(words.toContract, locale), value: <a className="link" href={href(`/contracts/${contract.parent.id}`)}>{contract.parent.number}</a> } : null,
          contract.validUntil ? { term: say(words.validUntil, locale), value: longDay(contract.validUntil, locale, zone) } : null,
          contract.amount > 0 ? { term: say(words.total, locale), value: money(contract.amount) } : null,
          contract.creditDays > 0 ? { term: say(words.days, locale), value: say(words.daysOf, locale, { days: contract.creditDays }) } : null,
          !limited && contract.debt > 0 ? { term: say(words.debt, locale), value: money(contract.debt) } : null,
          !limited && contract.overdue > 0 ? { term: say(words.overdue, locale), value: <span className="text-bad">{money(contract.overdue)}</span> } : null,
        ]}
      />
      {limited ? (
        <div className="border-t border-line px-4 py-3.5 md:px-5">
          <LimitBar {...standing} locale={locale} />
        </div>
      ) : null}
      {file && contract.file ? (
        <FileRow
          download={{ href: `${file}?save=1`, label: say(words.download, locale) }}
          href={file}
          kind={fileKind(contract.file.mime)}
          name={say(words.text, locale)}
          preview={{ href: href(`/contracts/${contract.id}`), file, mime: contract.file.mime ?? '', name: say(words.contract, locale, { number: contract.number }), note: say(words.text, locale) }}
          size={fileSize(contract.file.size, locale)}
        />
      ) : null}
      {contract.syncedAt ? <Passport>{say(words.synced, locale, { when: humanDate(contract.syncedAt, locale, zone) })}</Passport> : null}
    </Sheet>
  )
}
