import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { answersPage, answersWorkplace } from '@/collections/forms/form-submissions/form-submission.workplace'
import { humanDate } from '@/src/lib/dates'
import { say } from '@/src/lib/i18n'
import { Denied } from '../lib/Denied'
import { Frame } from '../lib/Frame'
import { param, viewContext, type ViewContext } from '../lib/view'
import { AnswersOfForm } from './AnswersOfForm'
import { answersLabels as words } from './answers.labels'
import { answeredForms } from './answers.queries'

/** What people sent by forms: the forms with how much each has, or the table of one. */
export async function AnswersWorkplace(props: AdminViewServerProps) {
  const context = await viewContext(props, answersWorkplace)
  if (!context) return <Denied view={props} />
  const form = param(props, 'form')
  return (
    <Frame view={props}>
      {form ? (
        <AnswersOfForm context={context} form={form.slice(0, 60)} search={props.searchParams ?? {}} />
      ) : (
        <Forms context={context} />
      )}
    </Frame>
  )
}

async function Forms({ context }: { context: ViewContext }) {
  const { locale } = context
  const forms = await answeredForms({ ...context, company: null })
  return (
    <>
      <div className="kb-head">
        <h1>{say(answersWorkplace.label, locale)}</h1>
      </div>
      <section className="kb-sheet">
        {forms.length === 0 ? (
          <p className="kb-empty">{say(words.noForms, locale)}</p>
        ) : (
          <div className="kb-scroll">
            <table className="kb-table">
              <thead>
                <tr>
                  <th>{say(words.form, locale)}</th>
                  <th>{say(words.state, locale)}</th>
                  <th className="kb-num">{say(words.count, locale)}</th>
                  <th>{say(words.last, locale)}</th>
                </tr>
              </thead>
              <tbody>
                {forms.map(({ id, title, active, count, last }) => (
                  <tr key={id ?? 'none'}>
                    <td>
                      <Link href={answersPage(id)} prefetch={false}>
                        {title ?? say(words.deleted, locale)}
                      </Link>
                    </td>
                    <td>
                      {id ? (
                        <span className="kb-state" data-tone={active ? 'good' : undefined}>
                          {say(active ? words.open : words.closed, locale)}
                        </span>
                      ) : null}
                    </td>
                    <td className="kb-num">{count}</td>
                    <td>{last ? humanDate(last, locale) : '—'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  )
}
