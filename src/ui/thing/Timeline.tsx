import type { ReactNode } from 'react'
import type { Locale } from '@/src/lib/i18n'
import { DateText } from '../money/DateText'

export type Moment = {
  key: string
  at: string | Date
  /** only the time, under a day's heading or for today */
  timeOnly?: boolean
  /** who, for a comment */
  author?: string
  /** what happened; for a comment what was said */
  body: ReactNode
  /** a comment stands in a bubble */
  said?: boolean
  /** not seen by this person yet */
  fresh?: boolean
  files?: ReactNode
}

export type TimelineProps = { moments: Moment[]; locale: Locale; zone?: string; now?: Date }

/** History and correspondence in one stream, newest first. Lies in a Sheet. */
export function Timeline({ moments, locale, zone, now }: TimelineProps) {
  return (
    <ol className="grid gap-3.5 px-4 pt-1 pb-4 md:px-5">
      {moments.map((moment) => (
        <li key={moment.key} className="grid gap-x-3 text-md sm:grid-cols-[4rem_minmax(0,1fr)]">
          <DateText
            value={moment.at}
            locale={locale}
            zone={zone}
            now={now}
            style={moment.timeOnly ? 'time' : 'human'}
            className="pt-px text-sm text-ink-3"
          />
          <div className="min-w-0">
            {moment.author ? <b className="font-mid">{moment.author}</b> : null}
            {moment.said ? (
              <div
                data-fresh={moment.fresh || undefined}
                className="mt-1.5 rounded-md bg-sunk px-3.5 py-2.5 [overflow-wrap:anywhere] whitespace-pre-line data-fresh:bg-brand-wash"
              >
                {moment.body}
              </div>
            ) : (
              <span className={moment.author ? 'block' : undefined}>{moment.body}</span>
            )}
            {moment.files}
          </div>
        </li>
      ))}
    </ol>
  )
}
