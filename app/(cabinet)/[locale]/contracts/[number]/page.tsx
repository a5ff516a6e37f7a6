import { contractsList } from '@/collections/contracts/contracts/contract.list'
import { contractBar, contractsAt, type ContractDetail } from '@/collections/contracts/contracts/contract.queries'
import { contractStanding } from '@/collections/sales/credit/standing.queries'
import type { CreditStanding } from '@/collections/sales/credit/standing.rules'
import { documentFile } from '@/collections/documents/documents/document.words'
import { documentsAbout } from '@/collections/documents/documents/document.queries'
import { humanDate, longDay } from '@/src/lib/dates'
import { decoded } from '@/src/lib/http/decoded'
import { say } from '@/src/lib/i18n'
import { addressOfTemplatePrint } from '@/src/mechanisms/print/templates/printAddresses'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { Columns } from '@/src/ui/base/Columns'
import { PageHead } from '@/src/ui/base/PageHead'
import { Nothing, Sheet, SheetFoot } from '@/src/ui/base/Sheet'
import { DataTable } from '@/src/ui/list/DataTable'
import { LimitBar } from '@/src/ui/money/LimitBar'
import { Money } from '@/src/ui/money/Money'
import { FactList } from '@/src/ui/thing/FactList'
import { FileRow } from '@/src/ui/thing/FileRow'
import { Passport } from '@/src/ui/thing/Passport'
import { atItsAddress } from '../../../_page/atItsAddress'
import { cabinetPage, type Page } from '../../../_page/cabinetPage'
import { thingTitle } from '../../../_page/thingTitle'
import { TalkSheet } from '../../../_talk/TalkSheet'
import { FileRows } from '../../../_files/FileRows'
import { PrintedSheet } from '../../../_files/PrintedSheet'
import { fileKind, fileSize } from '../../../_files/fileWords'
import { columnsOf } from '../../../_list/listCells'
import { contractCells, ContractState } from '../contractCells'
import { contractsPage as words } from '@/collections/contracts/contracts/contract.page.labels'
import { scheduleColumns } from './scheduleColumns'
import { ScheduleSums } from './ScheduleSums'
import { SignSheet } from './SignSheet'

type Params = { locale: string; number: string }
const RIGHTS = { module: 'contracts', needs: 'contracts.read' }

export const generateMetadata = thingTitle<Params>(RIGHTS, words.title, async (context, { number }, locale) => {
  const [contract, other] = await contractsAt(context, decoded(number))
  return contract && !other
    ? say(contract.kind === 'addendum' ? words.addendum : words.contract, locale, { number: contract.number })
    : null
})

export default cabinetPage<Params>(RIGHTS, async (page) => {
  const { session, locale, zone, params, href } = page
  // The address is the contract's own: it opens whichever of the person's companies is chosen.
  const context = { ...page.context, company: null }
  const part = decoded(params.number)
  const contract = atItsAddress(await contractsAt(context, part), {
    part,
    at: (found) => href(pageOf('contracts', found)),
    list: href('/contracts'),
  })
  const [documents, standing] = await Promise.all([
    documentsAbout(context, { contract: contract.id }),
    contractStanding(context, contract.id),
  ])
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
          <SignSheet
            bar={await contractBar(context, contract)}
            contract={contract}
            file={contract.file ? href(`${pageOf('contracts', contract)}/file`) : null}
            files={session.capabilities.has('documents.read')}
            locale={locale}
            zone={zone}
          />
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
            footer={
              contract.schedule.length > 0 ? (
                <SheetFoot>
                  <ScheduleSums rows={contract.schedule} locale={locale} zone={zone} />
                </SheetFoot>
              ) : undefined
            }
          />
        </Sheet>
        {contract.addenda.length > 0 ? (
          <Sheet title={say(words.addenda, locale)}>
            <DataTable
              bare
              columns={columnsOf(contractsList.columns, contractCells, { ...page, rows: contract.addenda })}
              id="addenda"
              label={say(words.addenda, locale)}
              locale={locale}
              rowHref={(row) => href(pageOf('contracts', row))}
              rowKey={(row) => row.id}
              rows={contract.addenda}
            />
          </Sheet>
        ) : null}
        <Sheet title={say(words.documents, locale)}>
          {documents.length > 0 ? (
            <FileRows
              files={documents.map((row) => documentFile(row, locale))}
              href={href}
              locale={locale}
              zone={zone}
            />
          ) : (
            <Nothing>{say(words.noDocuments, locale)}</Nothing>
          )}
        </Sheet>
        <PrintedSheet
          context={context}
          entity="contracts"
          id={contract.id}
          locale={locale}
          print={{
            href: addressOfTemplatePrint('contract', contract.id, 'docx', locale),
            label: say(words.downloadWord, locale),
            about: say(words.aboutWord, locale),
          }}
          zone={zone}
        />
        <TalkSheet
          context={context}
          entity="contracts"
          files={session.capabilities.has('documents.read')}
          id={contract.id}
          locale={locale}
          zone={zone}
        />
      </Columns>
    </>
  )
})

function Aside({
  contract,
  standing,
  page: { locale, zone, href },
}: {
  contract: ContractDetail
  standing: CreditStanding | null
  page: Page<Params>
}) {
  const file = contract.file ? href(`${pageOf('contracts', contract)}/file`) : null
  const limited = standing !== null && standing.limit > 0
  const money = (amount: number) => <Money amount={amount} currency={contract.currency} locale={locale} />
  return (
    <Sheet title={say(words.terms, locale)}>
      <FactList
        facts={[
          contract.name ? { term: say(words.subject, locale), value: contract.name } : null,
          { term: say(words.state, locale), value: <ContractState locale={locale} status={contract.status} /> },
          contract.contractor ? { term: say(words.contractor, locale), value: contract.contractor } : null,
          contract.parent
            ? {
                term: say(words.toContract, locale),
                value: (
                  <a className="link" href={href(pageOf('contracts', contract.parent))}>
                    {contract.parent.number}
                  </a>
                ),
              }
            : null,
          contract.validUntil
            ? { term: say(words.validUntil, locale), value: longDay(contract.validUntil, locale, zone) }
            : null,
          contract.amount > 0 ? { term: say(words.total, locale), value: money(contract.amount) } : null,
          contract.creditDays > 0
            ? { term: say(words.days, locale), value: say(words.daysOf, locale, { days: contract.creditDays }) }
            : null,
          !limited && contract.debt > 0 ? { term: say(words.debt, locale), value: money(contract.debt) } : null,
          !limited && contract.overdue > 0
            ? { term: say(words.overdue, locale), value: <span className="text-bad">{money(contract.overdue)}</span> }
            : null,
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
          preview={{
            href: href(pageOf('contracts', contract)),
            file,
            mime: contract.file.mime ?? '',
            name: say(words.contract, locale, { number: contract.number }),
            note: say(words.text, locale),
          }}
          size={fileSize(contract.file.size, locale)}
        />
      ) : null}
      {contract.syncedAt ? (
        <Passport>{say(words.synced, locale, { when: humanDate(contract.syncedAt, locale, zone) })}</Passport>
      ) : null}
    </Sheet>
  )
}
