import { say, type Locale } from '@/src/lib/i18n'
import { formatQty } from '@/src/lib/money'
import { labelWords } from './filterWords'
import { majorUnits } from '@/src/lib/lists/filterText'
import { listLabels } from './list.labels'
import type { FilterSpec, FilterValue } from '@/src/lib/lists/listSpec'

/** The fields inside a filter's panel. */
export function FilterFields({
  id,
  filter,
  value,
  locale,
}: {
  id: string
  filter: FilterSpec
  value?: FilterValue
  locale: Locale
}) {
  const name = say(filter.label, locale)
  switch (filter.kind) {
    case 'text':
      return (
        <input
          name={filter.key}
          defaultValue={value?.kind === 'text' ? value.text : ''}
          aria-label={name}
          className="field-control"
          autoComplete="off"
        />
      )
    case 'select':
      return (
        <fieldset className="grid">
          <legend className="sr-only">{name}</legend>
          {filter.options.map((option) => (
            <label key={option.value} className="pop-item">
              <input
                type={filter.single ? 'radio' : 'checkbox'}
                name={filter.key}
                value={option.value}
                defaultChecked={value?.kind === 'select' && value.values.includes(option.value)}
              />
              {labelWords(option.label, locale)}
              {option.count === undefined ? null : (
                <span className="num ml-auto pl-3 text-sm text-ink-3">{formatQty(option.count * 1_000, locale)}</span>
              )}
            </label>
          ))}
        </fieldset>
      )
    case 'dates':
      return (
        <Ends
          id={id}
          name={filter.key}
          type="date"
          labels={[say(listLabels.from, locale), say(listLabels.to, locale)]}
          values={value?.kind === 'dates' ? [value.from, value.to] : []}
        />
      )
    case 'sum':
      return (
        <Ends
          id={id}
          name={filter.key}
          type="text"
          labels={[say(listLabels.sumFrom, locale), say(listLabels.sumTo, locale)]}
          values={value?.kind === 'sum' ? [majorUnits(value.from), majorUnits(value.to)] : []}
        />
      )
    case 'flag':
      return null
  }
}

function Ends({
  id,
  name,
  type,
  labels,
  values,
}: {
  id: string
  name: string
  type: string
  labels: [string, string]
  values: (string | undefined)[]
}) {
  return (
    <div className="grid grid-cols-2 gap-2">
      {(['from', 'to'] as const).map((end, index) => (
        <div key={end}>
          <label htmlFor={`${id}-${end}`} className="mb-1 block text-sm text-ink-2">
            {labels[index]}
          </label>
          <input
            id={`${id}-${end}`}
            type={type}
            inputMode={type === 'text' ? 'decimal' : undefined}
            name={`${name}.${end}`}
            defaultValue={values[index] ?? ''}
            autoComplete="off"
            className="field-control !px-2"
          />
        </div>
      ))}
    </div>
  )
}
