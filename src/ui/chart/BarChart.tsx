import type { ReactNode } from 'react'
import { cx } from '../base/cx'

export type Bar = {
  key: string
  label: string
  /** any number; the longest bar is the largest of them */
  value: number
  /** how the value is said: <Money …/> */
  shown: ReactNode
  tone?: 'brand' | 'good' | 'wait' | 'bad' | 'quiet'
  href?: string
}

export type BarChartProps = {
  /** what is shown, also the table's name: «Долг по срокам» */
  title: string
  bars: Bar[]
  /** heads of the table behind: what the bars are, what they measure */
  heads: { label: string; value: string }
  /** across: long names; up: months */
  direction?: 'across' | 'up'
}

const FILL = { brand: 'fill-brand', good: 'fill-good', wait: 'fill-wait', bad: 'fill-bad', quiet: 'fill-line-strong' }

/** Bars drawn on the server, with the same figures as a table for those who cannot see them. */
export function BarChart({ title, bars, heads, direction = 'across' }: BarChartProps) {
  const top = Math.max(1, ...bars.map((bar) => Math.abs(bar.value)))
  return (
    <figure className="px-4 pt-1 pb-4.5 md:px-5">
      {direction === 'across' ? <Across bars={bars} top={top} /> : <Up bars={bars} top={top} />}
      <table className="sr-only">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.label}</th>
            <th scope="col">{heads.value}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{bar.label}</th>
              <td>{bar.shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function Across({ bars, top }: { bars: Bar[]; top: number }) {
  return (
    <div aria-hidden className="grid gap-2.5">
      {bars.map((bar) => (
        <div key={bar.key}>
          <div className="flex justify-between gap-3 text-sm">
            <span className="text-ink-2">{bar.label}</span>
            {bar.shown}
          </div>
          <svg className="mt-1 block h-2 w-full">
            <rect width="100%" height="8" rx="4" className="fill-sunk" />
            <rect
              width={`${(Math.abs(bar.value) / top) * 100}%`}
              height="8"
              rx="4"
              className={FILL[bar.tone ?? 'brand']}
            />
          </svg>
        </div>
      ))}
    </div>
  )
}

const HEIGHT = 140

function Up({ bars, top }: { bars: Bar[]; top: number }) {
  return (
    <div aria-hidden className="flex items-end gap-0.5">
      {bars.map((bar, index) => {
        const height = Math.max(2, Math.round((Math.abs(bar.value) / top) * HEIGHT))
        return (
          <div
            key={bar.key}
            className={cx(
              'min-w-0 flex-1 text-center',
              index % 2 === 1 && bars.length > 8 && 'max-sm:[&_span]:invisible',
            )}
          >
            <svg className="block w-full" height={HEIGHT}>
              <rect
                x="14%"
                y={HEIGHT - height}
                width="72%"
                height={height}
                rx="3"
                className={FILL[bar.tone ?? 'brand']}
              />
            </svg>
            <span className="block pt-1 text-[0.6875rem] whitespace-nowrap text-ink-2">{bar.label}</span>
          </div>
        )
      })}
    </div>
  )
}
