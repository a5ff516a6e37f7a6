'use client'

import { Download, ShoppingCart } from '@/src/ui/icon/icons'
import { useEffect, useRef, useState, useTransition, type ReactNode } from 'react'
import { Button } from '@/src/ui/base/Button'
import { Sheet } from '@/src/ui/base/Sheet'
import { State } from '@/src/ui/base/State'
import { toast } from '@/src/ui/feedback/toast'
import type { QuickOrderWords } from './quickOrderWords'
import type { ShownChoice, ShownLine } from './shownLines'

export type PutLines = (lines: Array<{ sku: string; qty: number }>) => Promise<{ message: string }>

type QuickResultProps = {
  lines: readonly ShownLine[]
  summary: string
  put: PutLines
  errorsHref: string
  words: QuickOrderWords
}

const AT_ONCE = 100

/** What each line means, in three lists: to be chosen, to be put right, ready. The good ones go into the cart together. */
export function QuickResult({ lines, summary, put, errorsHref, words }: QuickResultProps) {
  const head = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map())
  const [busy, start] = useTransition()
  useEffect(() => head.current?.focus(), [])

  const choose = (line: number, sku: string) =>
    setChosen((before) => new Map([...before].filter(([one]) => one !== line).concat(sku ? [[line, sku]] : [])))
  const taken = (line: ShownLine): ShownChoice | undefined =>
    line.is === 'good' ? line.choices[0] : line.choices.find(({ sku }) => sku === chosen.get(line.line))
  const inCart = lines.flatMap((line) => taken(line) ?? [])
  const out = lines.filter((line) => !taken(line))
  const of = (...kinds: ShownLine['is'][]) => lines.filter(({ is }) => kinds.includes(is))
  const send = () =>
    start(async () => {
      const { message } = await put(inCart.map(({ sku, qty }) => ({ sku, qty })))
      toast({ words: message, tone: 'bad' })
    })

  return (
    <>
      <div ref={head} tabIndex={-1} role="status" className="flex flex-wrap items-center gap-3 outline-none">
        <span className="mr-auto">
          <b className="font-mid">{words.result}:</b> {summary}
        </span>
        {out.length > 0 ? (
          <form method="post" action={errorsHref} encType="multipart/form-data">
            <input
              type="hidden"
              name="lines"
              value={JSON.stringify(out.map(({ line, text, why }) => ({ line, text, why })))}
            />
            <Button type="submit" icon={<Download />}>
              {words.download}
            </Button>
          </form>
        ) : null}
        <Button
          tone="primary"
          busy={busy}
          icon={<ShoppingCart />}
          onClick={() => (inCart.length > 0 ? send() : toast({ words: words.putNothing, tone: 'bad' }))}
        >
          {words.put}
          {inCart.length > 0 ? <span className="num">{inCart.length}</span> : null}
        </Button>
      </div>
      <Lines title={words.choose} text={words.chooseText} lines={of('choose')} words={words}>
        {(line) => (
          <select
            className="field-control max-w-120"
            aria-label={words.choiceOf.replace('{line}', String(line.line)).replace('{text}', line.text)}
            value={chosen.get(line.line) ?? ''}
            onChange={(event) => choose(line.line, event.target.value)}
          >
            <option value="">{words.chooseOne}</option>
            {line.choices.map((one) => (
              <option key={one.sku} value={one.sku}>
                {[one.title, one.note, one.sum].join(' · ')}
              </option>
            ))}
          </select>
        )}
      </Lines>
      <Lines title={words.faults} text={words.faultsText} lines={of('mend', 'bad')} words={words}>
        {(line) => (
          <div className="grid gap-1">
            <State tone="bad">{line.why}</State>
            {line.choices.map((one) => (
              <label key={one.sku} className="flex min-h-6 items-center gap-2">
                <input
                  type="checkbox"
                  checked={chosen.get(line.line) === one.sku}
                  onChange={(event) => choose(line.line, event.target.checked ? one.sku : '')}
                />
                <span>
                  {one.title}: {one.mend}
                </span>
              </label>
            ))}
          </div>
        )}
      </Lines>
      <Lines title={words.ready} lines={of('good')} words={words}>
        {({ choices }) =>
          choices.map((one) => (
            <div key={one.sku} className="flex flex-wrap items-baseline gap-x-4">
              <div className="min-w-0 flex-1 basis-64">
                <span className="font-mid">{one.title}</span>
                <div className="text-sm text-ink-2">{one.note}</div>
              </div>
              <span className="num ml-auto text-right">{one.sum}</span>
            </div>
          ))
        }
      </Lines>
    </>
  )
}

type LinesProps = {
  title: string
  text?: string
  lines: readonly ShownLine[]
  words: QuickOrderWords
  children: (line: ShownLine) => ReactNode
}

/** A list of lines, some at a time: where each stands in what was brought, what is written there, what it means. */
function Lines({ title, text, lines, words, children }: LinesProps) {
  const [most, setMost] = useState(AT_ONCE)
  if (lines.length === 0) return null
  return (
    <Sheet title={title} sub={<span className="num">{lines.length}</span>}>
      {text ? <p className="px-4 pb-3 text-md text-ink-2 md:px-5">{text}</p> : null}
      <ul>
        {lines.slice(0, most).map((line) => (
          <li
            key={line.line}
            className="grid gap-x-4.5 gap-y-1 border-t border-line px-4 py-3 md:grid-cols-[15rem_minmax(0,1fr)] md:px-5"
          >
            <div className="min-w-0">
              <div className="text-sm text-ink-2">{words.line.replace('{line}', String(line.line))}</div>
              <div className="break-words">{line.text}</div>
            </div>
            {children(line)}
          </li>
        ))}
      </ul>
      {lines.length > most ? (
        <div className="border-t border-line px-4 py-3 md:px-5">
          <Button onClick={() => setMost(most + AT_ONCE)}>{words.more}</Button>
        </div>
      ) : null}
    </Sheet>
  )
}
