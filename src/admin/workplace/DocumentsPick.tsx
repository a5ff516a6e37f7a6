'use client'

import { useState, useTransition } from 'react'
import { say, type Locale } from '@/src/lib/i18n'
import { papersLabels } from './clients.labels'
import { callAction } from '../lib/callAction'
import type { CopyResult } from '@/collections/documents/documents/document.actions'
import { AddressPick, type KnownAddress } from './AddressPick'
import type { DocumentPaper } from './papers.queries'

type Word =
  | 'title'
  | 'kind'
  | 'anyKind'
  | 'number'
  | 'date'
  | 'sum'
  | 'file'
  | 'noFile'
  | 'open'
  | 'choose'
  | 'send'
  | 'whom'
  | 'other'
  | 'leave'
  | 'noAddress'
  | 'none'
  | 'nothing'
  | 'first'
  | 'back'
  | 'failed'
type Props = {
  documents: DocumentPaper[]
  addresses: readonly KnownAddress[]
  more: boolean
  locale: Locale
  words: Record<Word, string>
}

/** [MGR-05] A client's documents: choose some, send copies by mail, see beside each what became of it. */
export function DocumentsPick({ documents, addresses, more, locale, words }: Props) {
  const [kind, setKind] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [results, setResults] = useState<ReadonlyMap<string, string>>(new Map())
  const [error, setError] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [pending, start] = useTransition()
  const kinds = new Map(documents.map((row) => [row.kind, row.kindName]))
  const shown = documents.filter((row) => kind === '' || row.kind === kind)

  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }

  const send = (to: readonly string[]): void =>
    start(async () => {
      setError(null)
      const answer = await callAction('documents.sendCopies', { documents: [...chosen], to }, words.failed)
      if (!answer.ok) return setError(answer.message)
      // The answer of `documents.sendCopies`.
      const { rows } = answer.result as { rows: CopyResult[] }
      setResults(
        new Map(
          rows.map((row) => [
            row.document,
            row.reason ? words[row.reason] : say(papersLabels.sentTo, locale, { to: row.to.join(', ') }),
          ]),
        ),
      )
      setChosen(new Set())
      setAsking(false)
    })

  return (
    <section className="kb-sheet">
      <header>
        <h2>{words.title}</h2>
        {kinds.size > 1 ? (
          <select
            aria-label={words.kind}
            className="kb-input kb-select"
            onChange={(event) => setKind(event.target.value)}
            value={kind}
          >
            <option value="">{words.anyKind}</option>
            {[...kinds].map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        ) : null}
        {documents.length > 0 ? (
          <button
            className="kb-btn kb-end"
            disabled={pending || chosen.size === 0}
            onClick={() => setAsking(true)}
            type="button"
          >
            {words.send}
            {chosen.size > 0 ? ` (${chosen.size})` : ''}
          </button>
        ) : null}
      </header>
      {asking && chosen.size > 0 ? (
        <AddressPick addresses={addresses} leave={() => setAsking(false)} pending={pending} send={send} words={words} />
      ) : null}
      {error ? (
        <p className="kb-error kb-pad" role="alert">
          {error}
        </p>
      ) : null}
      {shown.length === 0 ? (
        <p className="kb-empty">{words.none}</p>
      ) : (
        <div className="kb-scroll kb-tall">
          <table className="kb-table">
            <thead>
              <tr>
                <th className="kb-tick" />
                <th>{words.kind}</th>
                <th>{words.number}</th>
                <th>{words.date}</th>
                <th className="kb-num">{words.sum}</th>
                <th>{words.file}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr aria-selected={chosen.has(row.id)} className={row.cancelled ? 'kb-off' : undefined} key={row.id}>
                  <td>
                    <input
                      aria-label={`${words.choose}: ${row.kindName} ${row.number}`}
                      checked={chosen.has(row.id)}
                      disabled={!row.file}
                      onChange={(event) => toggle(row.id, event.target.checked)}
                      type="checkbox"
                    />
                  </td>
                  <td>{row.kindName}</td>
                  <td>
                    <a href={`/admin/collections/documents/${row.id}`}>{row.number}</a>
                  </td>
                  <td>{row.date}</td>
                  <td className="kb-num">{row.sum}</td>
                  <td>
                    {row.file ? <a href={row.file}>{words.open}</a> : <span className="kb-muted">{words.noFile}</span>}
                    <span aria-live="polite" className="kb-small kb-result">
                      {results.get(row.id)}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more ? <p className="kb-note">{words.first}</p> : null}
    </section>
  )
}
