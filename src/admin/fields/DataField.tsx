'use client'

import { FieldDescription, FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { say } from '@/src/lib/i18n'
import { adminLabels } from '../admin.labels'
import { panelLocale } from '../lib/panelLocale'
import { useLocked } from './useLocked'
import { isPlain, plainOf, rowsOf } from './dataRows'

/** Names and values instead of JSON: a product's properties may be changed here, what a journal keeps is only read. */
export const DataField: JSONFieldClientComponent & { editable?: boolean } = (props) => {
  // `editable` comes through clientProps, which Payload's own type does not know.
  const { editable } = props as unknown as { editable?: boolean }
  const { field, path } = props
  const locked = useLocked(props)
  const { value, setValue } = useField<unknown>({ path })
  const { i18n } = useTranslation()
  const locale = panelLocale(i18n.language)
  const words = adminLabels.data
  const open = editable === true && !locked && (value === null || value === undefined || isPlain(value))
  const rows = rowsOf(value)
  const put = (next: ReadonlyArray<readonly [string, string]>): void => setValue(plainOf(next))

  return (
    <div className="field-type">
      <FieldLabel label={field.label} path={path} />
      {rows.length === 0 && !open ? <p className="kb-value">—</p> : null}
      <table className="kb-data">
        <tbody>
          {rows.map(([name, shown], index) => (
            <tr key={open ? index : name}>
              <th scope="row">
                {open ? (
                  <input
                    aria-label={say(words.name, locale)}
                    className="kb-input"
                    onChange={(event) =>
                      put(rows.map((row, at) => (at === index ? [event.target.value, row[1]] : row)))
                    }
                    value={name}
                  />
                ) : (
                  name
                )}
              </th>
              <td>
                {open ? (
                  <input
                    aria-label={name}
                    className="kb-input"
                    onChange={(event) =>
                      put(rows.map((row, at) => (at === index ? [row[0], event.target.value] : row)))
                    }
                    value={shown}
                  />
                ) : (
                  shown
                )}
              </td>
              {open ? (
                <td>
                  <button
                    aria-label={`${say(words.remove, locale)}: ${name}`}
                    className="kb-btn"
                    onClick={() => put(rows.filter((_row, at) => at !== index))}
                    type="button"
                  >
                    ×
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {open && !rows.some(([name]) => name === '') ? (
        <button className="kb-btn" onClick={() => put([...rows, ['', '']])} type="button">
          {say(words.add, locale)}
        </button>
      ) : null}
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
