import type { ReactNode } from 'react'

export type Fact = { term: string; value: ReactNode }

/** Letters that still stand beside their term; a longer value gets lines of its own. */
const SHORT = 28

const isLong = (value: ReactNode): boolean => typeof value === 'string' && value.length > SHORT

/** Facts about a thing: the term at the left, its value at the right. Empty values are left out. */
export function FactList({ facts }: { facts: (Fact | false | null | undefined)[] }) {
  const shown = facts.filter(
    (fact): fact is Fact =>
      Boolean(fact) &&
      (fact as Fact).value !== null &&
      (fact as Fact).value !== undefined &&
      (fact as Fact).value !== '',
  )
  return (
    <dl className="grid gap-2 px-4 pt-1 pb-4.5 text-md md:px-5">
      {shown.map((fact) => (
        <div key={fact.term} className={isLong(fact.value) ? undefined : 'flex justify-between gap-4'}>
          <dt className="flex-none text-ink-2">{fact.term}</dt>
          <dd
            className={isLong(fact.value) ? '[overflow-wrap:anywhere]' : 'min-w-0 text-right [overflow-wrap:anywhere]'}
          >
            {fact.value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
