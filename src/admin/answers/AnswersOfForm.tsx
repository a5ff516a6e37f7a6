import NextForm from 'next/form'
import Link from 'next/link'
import { answersPage, answersWorkplace } from '@/collections/forms/form-submissions/form-submission.workplace'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { isNarrowed, toSearch, withChange, type SearchParams } from '@/src/lib/lists/listQuery'
import { isStaff } from '@/src/mechanisms/access/actor'
import { hiddenFrom, placeOf } from '@/src/mechanisms/panel/panelPlace'
import { addressOfWorkplace } from '@/src/mechanisms/panel/defineWorkplace'
import { End } from '@/src/ui/base/End'
import { HeadActs } from '../lib/HeadActs'
import type { ViewContext } from '../lib/view'
import { answersLabels as words } from './answers.labels'
import { answersOf, type AnswerRow } from './answers.queries'
import { AnswerView } from './AnswerView'
import { answersReader, answersSpec, answersTable, headOf, type AnswersTable } from './answersTable'

/** Answers of one form: a column for each question, narrowed by words and days, as a file as well. */
export async function AnswersOfForm({
  context: viewer,
  form,
  search,
}: {
  context: ViewContext
  form: string
  search: SearchParams
}) {
  const context = { ...viewer, company: null }
  const { locale, req, actor } = context
  const opensForms = isStaff(actor) && !hiddenFrom(actor.role, placeOf(req.payload.collections.forms.config.custom))
  const table = await answersTable(context, form, { search, locale })
  if (!table) return <p className="kb-empty">{say(words.notFound, locale)}</p>
  const { rows, total } = await answersOf(context, table.asked)
  const read = await answersReader(context, rows, { form: table.form, locale })
  const at = (page: number): string => `${answersPage(table.form?.id ?? null)}&${searchOf(table, page)}`
  const { page, perPage } = table.query
  return (
    <>
      <div className="kb-head">
        <h1>{table.title}</h1>
        <span className="kb-muted kb-small">{say(words.total, locale, { count: total })}</span>
        <HeadActs>
          <Link className="kb-btn" href={addressOfWorkplace(answersWorkplace)} prefetch={false}>
            {say(words.all, locale)}
          </Link>
          {table.form && opensForms ? (
            <Link className="kb-btn" href={`/admin/collections/forms/${table.form.id}`} prefetch={false}>
              {say(words.edit, locale)}
            </Link>
          ) : null}
          <a className="kb-btn" href={`/api/form-answers/${form}/xlsx?${searchOf(table, 1)}`}>
            {say(words.xlsx, locale)}
          </a>
        </HeadActs>
      </div>
      <section className="kb-sheet">
        <Filter form={form} locale={locale} table={table} />
        {rows.length === 0 ? (
          <p className="kb-empty">{say(isNarrowed(table.query, answersSpec) ? words.none : words.empty, locale)}</p>
        ) : (
          <Rows locale={locale} read={read} rows={rows} table={table} />
        )}
        {total > perPage ? (
          <nav className="kb-pages">
            {page > 1 ? <Link href={at(page - 1)}>← {say(words.previous, locale)}</Link> : <span />}
            <span className="kb-muted kb-small">{`${(page - 1) * perPage + 1}–${Math.min(page * perPage, total)} / ${total}`}</span>
            {page * perPage < total ? <Link href={at(page + 1)}>{say(words.next, locale)} →</Link> : <span />}
          </nav>
        ) : null}
      </section>
    </>
  )
}

const searchOf = ({ query }: AnswersTable, page: number): string =>
  toSearch(withChange(query, { page }), answersSpec).slice(1)

function Filter({ form, table, locale }: { form: string; table: AnswersTable; locale: Locale }) {
  const { search, filters } = table.query
  const days = filters.came?.kind === 'dates' ? filters.came : undefined
  return (
    <NextForm action={addressOfWorkplace(answersWorkplace)} className="kb-filter" data-whole role="search">
      <input name="form" type="hidden" value={form} />
      <input
        aria-label={say(words.search, locale)}
        className="kb-input"
        defaultValue={search}
        maxLength={200}
        name="q"
        placeholder={say(words.search, locale)}
        type="search"
      />
      <label className="kb-check">
        {say(words.from, locale)}
        <input className="kb-input kb-select" defaultValue={days?.from} name="came.from" type="date" />
      </label>
      <label className="kb-check">
        {say(words.to, locale)}
        <input className="kb-input kb-select" defaultValue={days?.to} name="came.to" type="date" />
      </label>
      <button className="kb-btn" type="submit">
        {say(words.find, locale)}
      </button>
      <End />
    </NextForm>
  )
}

function Rows({
  rows,
  table,
  read,
  locale,
}: {
  rows: readonly AnswerRow[]
  table: AnswersTable
  read: Awaited<ReturnType<typeof answersReader>>
  locale: Locale
}) {
  return (
    <div className="kb-scroll">
      <table className="kb-table kb-answers">
        <thead>
          <tr>
            <th>{say(words.came, locale)}</th>
            {table.fields.map((field) => (
              <th key={field.field}>{headOf(field, locale)}</th>
            ))}
            <th>{say(words.author, locale)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link href={`/admin/collections/form-submissions/${row.id}`} prefetch={false}>
                  {humanDate(row.at, locale)}
                </Link>
              </td>
              {table.fields.map(({ field }) => (
                <td key={field}>
                  <AnswerView answer={read(row, field)} />
                </td>
              ))}
              <td>
                {row.author ?? say(row.signedIn ? words.member : words.stranger, locale)}
                {row.company ? <div className="kb-muted kb-small">{row.company}</div> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
