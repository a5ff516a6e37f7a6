'use client'

import Link from 'next/link'
import { useState } from 'react'
import { address } from './address'
import type { ClientInWords } from './clientRow'
import { DistributionBar, type RowResult } from './DistributionBar'
import type { DistributionWords } from './distributionWords'

type Choice = { id: string; name: string }
type Props = { rows: ClientInWords[]; managers: Choice[] | null; branches: Choice[]; words: DistributionWords }

/** Clients; those who distribute them choose rows and say whose they are. `managers` is null for the others. */
export function ClientTable({ rows, managers, branches, words }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [results, setResults] = useState<ReadonlyMap<string, RowResult>>(new Map())
  const toggle = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen)
    for (const id of ids)
      if (on) next.add(id)
      else next.delete(id)
    setChosen(next)
  }
  const all = rows.every(({ id }) => chosen.has(id))

  return (
    <>
      {managers && chosen.size > 0 ? (
        <DistributionBar
          branches={branches}
          chosen={[...chosen]}
          managers={managers}
          onDone={() => setChosen(new Set())}
          onResults={setResults}
          words={words}
        />
      ) : null}
      <div className="kb-scroll">
        <table className="kb-table">
          <thead>
            <tr>
              {managers ? (
                <th className="kb-tick">
                  <input
                    aria-label={words.chooseAll}
                    checked={all}
                    onChange={(event) =>
                      toggle(
                        rows.map(({ id }) => id),
                        event.target.checked,
                      )
                    }
                    type="checkbox"
                  />
                </th>
              ) : null}
              <th>{words.client}</th>
              <th>{words.state}</th>
              <th>{words.manager}</th>
              <th>{words.branches}</th>
              <th className="kb-num">{words.inWork}</th>
              <th>{words.lastOrder}</th>
              <th className="kb-num">{words.debt}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr aria-selected={chosen.has(row.id)} key={row.id}>
                {managers ? (
                  <td>
                    <input
                      aria-label={row.name}
                      checked={chosen.has(row.id)}
                      onChange={(event) => toggle([row.id], event.target.checked)}
                      type="checkbox"
                    />
                  </td>
                ) : null}
                <td className="kb-wide">
                  <Link href={address('/admin/workplace/clients', { client: row.id })} prefetch={false}>
                    {row.name}
                  </Link>
                  <div className="kb-muted kb-small">{row.inn}</div>
                </td>
                <td>
                  <span className="kb-state" data-tone={row.tone}>
                    {row.state}
                  </span>
                </td>
                <td>
                  {row.manager}
                  <Result of={results.get(row.id)} />
                </td>
                <td>{row.branches || '—'}</td>
                <td className="kb-num">{row.ordersInWork || '—'}</td>
                <td className="kb-nowrap">{row.lastOrder}</td>
                <td className="kb-num">
                  {row.debt}
                  {row.overdue ? <div className="kb-error kb-small">{row.overdue}</div> : null}
                </td>
                <td className="kb-nowrap">
                  <Link href={address('/admin/workplace/orders', { view: 'all', client: row.id })} prefetch={false}>
                    {words.orders}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Result({ of: result }: { of: RowResult | undefined }) {
  if (!result) return null
  return (
    <div className={result.ok ? 'kb-good kb-small' : 'kb-error kb-small'} role="status">
      {result.text}
    </div>
  )
}
