import { Download, ExternalLink, Maximize2, QrCode as QrIcon } from '@/src/ui/icon/icons'
import { invoiceToPay } from '@/collections/documents/documents/document.payment.queries'
import { isOpen, requestsAbout } from '@/collections/documents/document-requests/document-request.queries'
import { documentsAt } from '@/collections/documents/documents/document.queries'
import { humanDate, longDay } from '@/src/lib/dates'
import { decoded } from '@/src/lib/http/decoded'
import { say } from '@/src/lib/i18n'
import { buttonClass } from '@/src/ui/base/buttonClass'
import { Columns } from '@/src/ui/base/Columns'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { Money } from '@/src/ui/money/Money'
import { FileView } from '@/src/ui/preview/FileView'
import { previewWords } from '@/src/ui/preview/preview.labels'
import { previewKind, previewLink } from '@/src/ui/preview/previewItem'
import { FactList } from '@/src/ui/thing/FactList'
import { Passport } from '@/src/ui/thing/Passport'
import { atItsAddress } from '../../../_page/atItsAddress'
import { cabinetPage } from '../../../_page/cabinetPage'
import { thingTitle } from '../../../_page/thingTitle'
import { TalkSheet } from '../../../_talk/TalkSheet'
import { documentList } from '@/collections/documents/documents/document.list.labels'
import { documentName } from '@/collections/documents/documents/document.words'
import { pageOf } from '@/src/mechanisms/records/defineRecord'
import { documentPreview } from '../documentWords'
import { submitDocumentRequest } from './document.server'
import { documentPage as words } from './document.labels'
import { PaySheet } from './PaySheet'
import { ReconcileSheet } from './ReconcileSheet'
import { OriginalSheet, RequestState } from './RequestSheet'

type Params = { locale: string; number: string }
const RIGHTS = { module: 'documents', needs: 'documents.read' }

export const generateMetadata = thingTitle<Params>(RIGHTS, documentList.title, async (context, { number }, locale) => {
  const [row, other] = await documentsAt(context, decoded(number))
  return row && !other ? documentName(row, locale) : null
})

/** One document: its pages to be read here, what it is about, how to pay it, and how to get it on paper. */
export default cabinetPage<Params>(RIGHTS, async ({ context, session, locale, zone, params, href, linkTo }) => {
  const part = decoded(params.number)
  const row = atItsAddress(await documentsAt({ ...context, company: null }, part), {
    part,
    at: (found) => href(pageOf('documents', found)),
    list: href('/documents'),
  })
  const preview = documentPreview(row, { locale, zone, href })
  const [pay, requests] = await Promise.all([
    invoiceToPay(context, row, zone),
    requestsAbout({ ...context, company: null }, row.id),
  ])
  const money = (amount: number) => <Money amount={amount} currency={row.currency} locale={locale} />
  const name = documentName(row, locale)
  const download = preview ? (
    <LinkButton download href={`${preview.file}?save=1`} icon={<Download />} tone={pay ? 'normal' : 'primary'}>
      {say(words.download, locale)}
    </LinkButton>
  ) : null
  return (
    <>
      <PageHead
        actions={
          pay ? (
            <a className={buttonClass('primary')} href="#pay">
              <QrIcon />
              {say(words.pay, locale)}
            </a>
          ) : (
            download
          )
        }
        more={
          preview ? (
            <>
              <LinkButton href={preview.file} icon={<ExternalLink />} prefetch={false} target="_blank">
                {say(words.open, locale)}
              </LinkButton>
              {pay ? download : null}
            </>
          ) : undefined
        }
        crumbs={[{ label: say(documentList.title, locale), href: href('/documents') }]}
        locale={locale}
        sub={say(documentList.ofDay, locale, { day: longDay(row.date, locale, zone) })}
        title={name}
      />
      <Columns
        aside={
          <>
            {pay ? <PaySheet currency={row.currency} locale={locale} pay={pay} /> : null}
            <Sheet title={say(words.facts, locale)}>
              <FactList
                facts={[
                  { term: say(words.payer, locale), value: row.contractor },
                  row.total > 0 ? { term: say(words.sum, locale), value: money(row.total) } : null,
                  row.paid > 0 ? { term: say(words.paid, locale), value: money(row.paid) } : null,
                  row.dueDate ? { term: say(words.due, locale), value: longDay(row.dueDate, locale, zone) } : null,
                  row.order
                    ? {
                        term: say(words.order, locale),
                        value: <TextLink href={linkTo(pageOf('orders', { number: row.order }))}>{row.order}</TextLink>,
                      }
                    : null,
                  row.contractId && row.contract
                    ? {
                        term: say(words.contract, locale),
                        value: (
                          <TextLink href={linkTo(pageOf('contracts', { id: row.contractId, number: row.contract }))}>
                            {row.contract}
                          </TextLink>
                        ),
                      }
                    : null,
                ]}
              />
              {row.syncedAt ? (
                <Passport>{say(words.synced, locale, { when: humanDate(row.syncedAt, locale, zone) })}</Passport>
              ) : null}
            </Sheet>
          </>
        }
      >
        <Sheet
          actions={
            preview && previewKind(preview.mime) !== 'card' ? (
              <a {...previewLink(preview)} className={buttonClass('flat', 's', 'no-print')}>
                <Maximize2 />
                {say(words.wide, locale)}
              </a>
            ) : null
          }
          sub={preview ? <span className="hidden md:inline">{preview.note}</span> : undefined}
          title={say(words.file, locale)}
        >
          {preview ? (
            <div
              aria-label={name}
              className="max-h-[max(32rem,calc(100dvh-12rem))] overflow-auto rounded-b-md border-t border-line bg-paper p-3 outline-offset-[-2px] md:p-4"
              role="group"
              tabIndex={0}
            >
              <FileView item={preview} words={previewWords(locale)} />
            </div>
          ) : (
            <EmptyState
              actions={
                isOpen(requests.copy) ? null : (
                  <form action={submitDocumentRequest.bind(null, locale, row.id, 'copy')}>
                    <SubmitButton tone="primary">
                      {say(requests.copy ? words.askAgain : words.askCopy, locale)}
                    </SubmitButton>
                  </form>
                )
              }
              title={say(words.noFile, locale)}
            >
              {requests.copy ? (
                <RequestState locale={locale} request={requests.copy} zone={zone} />
              ) : (
                say(words.noFileText, locale)
              )}
            </EmptyState>
          )}
        </Sheet>
        {row.kind === 'reconciliation' && !row.cancelled ? (
          <ReconcileSheet locale={locale} row={row} zone={zone} />
        ) : null}
        <OriginalSheet document={row.id} locale={locale} request={requests.original} zone={zone} />
        <TalkSheet
          context={context}
          entity="documents"
          files={session.capabilities.has('documents.read')}
          id={row.id}
          locale={locale}
          zone={zone}
        />
      </Columns>
    </>
  )
})
