'use client'

import { useState } from 'react'
import type { ContractPaper } from './papers.queries'

type Word =
  | 'contracts'
  | 'anyState'
  | 'contractNumber'
  | 'number'
  | 'date'
  | 'state'
  | 'until'
  | 'limit'
  | 'debt'
  | 'noContracts'
  | 'nothing'
type Props = {
  contracts: ContractPaper[]
  states: Array<{ value: string; label: string }>
  words: Record<Word, string>
}

/** [MGR-03] A client's contracts, by state and number. */
export function ContractsPick({ contracts, states, words }: Props) {
  const [state, setState] = useState('')
  const [number, setNumber] = useState('')
  const wanted = number.trim().toLowerCase()
  const shown = contracts.filter(
    (row) => (state === '' || row.status === state) && row.number.toLowerCase().includes(wanted),
  )
  return (
    <section className="kb-sheet">
      <header>
        <h2>{words.contracts}</h2>
        {contracts.length > 0 ? (
          <>
            <input
              aria-label={words.contractNumber}
              className="kb-input kb-select"
              onChange={(event) => setNumber(event.target.value)}
              placeholder={words.contractNumber}
              type="search"
              value={number}
            />
            <select
              aria-label={words.state}
              className="kb-input kb-select"
              onChange={(event) => setState(event.target.value)}
              value={state}
            >
              <option value="">{words.anyState}</option>
              {states.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </>
        ) : null}
      </header>
      {shown.length === 0 ? (
        <p className="kb-empty">{contracts.length === 0 ? words.noContracts : words.nothing}</p>
      ) : (
        <div className="kb-scroll kb-tall">
          <table className="kb-table">
            <thead>
              <tr>
                <th>{words.number}</th>
                <th>{words.date}</th>
                <th>{words.state}</th>
                <th>{words.until}</th>
                <th className="kb-num">{words.limit}</th>
                <th className="kb-num">{words.debt}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id}>
                  <td>
                    <a href={`/admin/collections/contracts/${row.id}`}>{row.number}</a>
                    {row.name ? <div className="kb-muted kb-small">{row.name}</div> : null}
                  </td>
                  <td>{row.date}</td>
                  <td>{row.statusName}</td>
                  <td>{row.until}</td>
                  <td className="kb-num">{row.limit}</td>
                  <td className="kb-num">{row.debt}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
