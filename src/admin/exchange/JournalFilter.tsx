import Form from 'next/form'
import Link from 'next/link'
import { say, type Locale } from '@/src/lib/i18n'
import { End } from '@/src/ui/base/End'
import { wordsOfCode } from '../words/codeWords'
import { exchangeLabels as words } from './exchange.labels'
import type { JournalAsk } from './journal.queries'

type Props = {
  ask: JournalAsk
  bad: boolean
  choices: { nodes: { id: string; name: string }[]; kinds: string[] }
  locale: Locale
}

/** Narrows the journal to a node, a kind and a day. */
export function JournalFilter({ ask, bad, choices, locale }: Props) {
  const kinds = choices.kinds
    .map((kind) => ({ kind, name: say(wordsOfCode('kind', kind), locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  const narrowed = Object.values(ask).some(Boolean)
  return (
    <Form action="/admin/exchange" className="kb-filter" data-whole role="search">
      {bad ? <input name="state" type="hidden" value="bad" /> : null}
      <select
        aria-label={say(words.node, locale)}
        className="kb-input kb-narrow"
        defaultValue={ask.node ?? ''}
        key={`n${ask.node}`}
        name="node"
      >
        <option value="">{say(words.anyNode, locale)}</option>
        {choices.nodes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={say(words.what, locale)}
        className="kb-input kb-narrow"
        defaultValue={ask.kind ?? ''}
        key={`k${ask.kind}`}
        name="kind"
      >
        <option value="">{say(words.anyKind, locale)}</option>
        {kinds.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
      <input
        aria-label={say(words.day, locale)}
        className="kb-input kb-narrow"
        defaultValue={ask.day}
        key={`d${ask.day}`}
        name="day"
        title={say(words.day, locale)}
        type="date"
      />
      <button className="kb-btn" type="submit">
        {say(words.find, locale)}
      </button>
      {narrowed ? (
        <Link className="kb-btn" href={bad ? '/admin/exchange?state=bad' : '/admin/exchange'} prefetch={false}>
          {say(words.showAll, locale)}
        </Link>
      ) : null}
      <End />
    </Form>
  )
}
