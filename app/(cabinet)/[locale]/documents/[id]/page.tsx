import { Download, Eye } from 'lucide-react'
import { notFound } from 'next/navigation'
import { documentById } from '@/collections/documents/documents/document.queries'
import { humanDate, longDay } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { Columns } from '@/src/ui/base/Columns'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TextLink } from '@/src/ui/base/TextLink'
import { EmptyState } from '@/src/ui/feedback/EmptyState'
import { Money } from '@/src/ui/money/Money'
import { FactList } from '@/src/ui/thing/FactList'
import { FileRow } from '@/src/ui/thing/FileRow'
import { Passport } from '@/src/ui/thing/Passport'
import { cabinetPage, pageTitle } from '../../../_page/cabinetPage'
import { documentsPage } from '../documents.labels'
import { documentName, fileKind, fileSize } from '../documentWords'
import { ask } from './document.server'
import { documentPage as words } from './document.labels'

export const generateMetadata = pageTitle(documentsPage.title)

type Params = { locale: string; id: string }

/** One document: what it is about, its file, and how to get it on paper. */
export default cabinetPage<Params>({ module: 'documents', needs: 'documents.read' }, async ({ context, locale, zone, params, href }) => {
  const row = await documentById({ ...context, company: null }, params.id)
  if (!row) notFound()
  const file = href(`/documents/${row.id}/file`)
  const money = (amount: number) => <Money amount={amount} currency={row.currency} locale={locale} />
  const name = documentName(row, locale)
  return (
    <>
      <PageHead
        actions={
          row.fileId ? (
            <>
              <LinkButton href={file} icon={<Eye />} prefetch={false} target="_blank">
                {say(words.open, locale)}
              </LinkButton>
              <LinkButton download href={`${file}?save=1`} icon={<Download />} tone="primary">
                {say(words.download, locale)}
              </LinkButton>
            </>
          ) : null
        }
        crumbs={[{ label: say(documentsPage.title, locale), href: href('/documents') }]}
        locale={locale}
        sub={say(documentsPage.ofDay, locale, { day: longDay(row.date, locale, zone) })}
        title={name}
      />
      <Columns
        aside={
          <Sheet title={say(words.facts, locale)}>
            <FactList
              facts={[
                { term: say(words.payer, locale), value: row.contractor },
                row.total > 0 ? { term: say(words.sum, locale), value: money(row.total) } : null,
                row.paid > 0 ? { term: say(words.paid, locale), value: money(row.paid) } : null,
                row.dueDate ? { term: say(words.due, locale), value: longDay(row.dueDate, locale, zone) } : null,
                row.order ? { term: say(words.order, locale), value: <TextLink href={href(`/orders/${encodeURIComponent(row.order)}`)}>{row.order}</TextLink> } : null,
                row.contractId ? { term: say(words.contract, locale), value: <TextLink href={href(`/contracts/${row.contractId}`)}>{row.contract}</TextLink> } : null,
              ]}
            />
            {row.syncedAt ? <Passport>{say(words.synced, locale, { when: humanDate(row.syncedAt, locale, zone) })}</Passport> : null}
          </Sheet>
        }
      >
        <Sheet title={say(words.file, locale)}>
          {row.fileId ? (
            <FileRow download={{ href: `${file}?save=1`, label: say(words.download, locale) }} href={file} kind={fileKind(row.mime)} name={name} size={fileSize(row.size, locale)} />
          ) : (
            <EmptyState
              actions={
                <form action={ask.bind(null, locale, row.id, 'copy')}>
                  <SubmitButton tone="primary">{say(words.askCopy, locale)}</SubmitButton>
                </form>
              }
              title={say(words.noFile, locale)}
            >
              {say(words.noFileText, locale)}
            </EmptyState>
          )}
        </Sheet>
        <Sheet
          actions={
            <form action={ask.bind(null, locale, row.id, 'original')}>
              <SubmitButton>{say(words.askOriginal, locale)}</SubmitButton>
            </form>
          }
          padded
          title={say(words.original, locale)}
        >
          <p className="text-md text-ink-2">{say(words.originalText, locale)}</p>
        </Sheet>
      </Columns>
    </>
  )
})
