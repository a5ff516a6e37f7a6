'use client'

import { useState } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { columnSum, decimalOf } from '@/src/mechanisms/fieldsets/computed.rules'
import { rowsOf, typedIn, type Typed } from '@/src/mechanisms/fieldsets/definition'
import { Button } from '@/src/ui/base/Button'
import { useFieldError } from '@/src/ui/form/FormContext'
import { TextInput } from '@/src/ui/form/TextInput'
import type { AskedField } from './askedSet'
import type { FormWords } from './forms.labels'
import { resultText } from './resultText'

const MOST = 100

/** A table that is filled in: rows come and go in the browser; without it, one empty row stands below those that are kept. */
export function RowsField({
  field,
  label,
  values,
  typed,
  heard,
  words,
  locale,
}: {
  field: AskedField
  label: string
  values: Typed
  typed: Typed
  heard: () => void
  words: FormWords
  locale: Locale
}) {
  const { name, asked, minRows = 0, maxRows = MOST } = field
  const [rows, setRows] = useState(() => begun(rowsOf(values, name), { least: minRows, most: maxRows }))
  const wrong = useFieldError(name)
  const add = () => {
    setRows([...rows, Math.max(-1, ...rows) + 1])
  }
  const drop = (row: number) => {
    setRows(rows.filter((one) => one !== row))
    // Once the inputs are gone.
    setTimeout(heard)
  }
  return (
    <fieldset aria-describedby={wrong ? `${name}-error` : undefined} className="min-w-0">
      <legend className="mb-1.5 text-md font-mid">
        {label}
        {field.required ? null : <span className="font-normal text-ink-3">, {words.optional}</span>}
      </legend>
      <ol className="grid gap-3">
        {rows.map((row, place) => (
          <li className="grid gap-2 border-b border-line pb-3 sm:flex sm:items-start" key={row}>
            {asked.map((column) => (
              <div className="min-w-0 flex-1" key={column.name}>
                <TextInput
                  aria-label={`${column.said}, ${words.row} ${place + 1}`}
                  autoComplete="off"
                  className={column.control.as === 'line' && column.control.inputMode ? 'num' : undefined}
                  defaultValue={typedIn(values, `${name}.${row}.${column.name}`)}
                  inputMode={column.control.as === 'line' ? column.control.inputMode : undefined}
                  label={column.said}
                  name={`${name}.${row}.${column.name}`}
                  type={(column.control.as === 'line' && column.control.type) || 'text'}
                />
              </div>
            ))}
            <Button
              aria-label={`${words.dropRow} ${place + 1}`}
              className="js-only sm:mt-7.5"
              disabled={rows.length <= Math.max(1, minRows)}
              onClick={() => drop(row)}
              size="s"
            >
              {words.drop}
            </Button>
          </li>
        ))}
      </ol>
      {wrong ? (
        <p aria-invalid="true" className="mt-1 text-sm text-bad" id={`${name}-error`} tabIndex={-1}>
          {wrong}
        </p>
      ) : null}
      <div className="mt-2.5 flex flex-wrap items-baseline justify-between gap-3">
        <Button className="js-only" disabled={rows.length >= maxRows} onClick={add} size="s">
          {words.addRow}
        </Button>
        {asked
          .filter(({ summed }) => summed)
          .map((column) => {
            const sum = columnSum(typed, name, column.name)
            return (
              <p key={column.name}>
                {words.total}, {column.said}:{' '}
                <output className="num font-mid">
                  {sum === null ? '—' : resultText(decimalOf(sum), currencyOf(column), locale)}
                </output>
              </p>
            )
          })}
      </div>
    </fieldset>
  )
}

const currencyOf = ({ kind, currency }: AskedField): string | undefined =>
  kind === 'money' ? (currency ?? 'RUB') : undefined

/** Rows that are kept, and one to go on with. */
function begun(kept: readonly number[], { least, most }: { least: number; most: number }): number[] {
  const rows = [...kept]
  while (rows.length < Math.min(most, Math.max(least, kept.length + 1))) rows.push(Math.max(-1, ...rows) + 1)
  return rows
}
