import { moneySums, type MoneySum } from '@/src/lib/moneySums'
import { tidySearch } from './tidySearch'

/** How many rows are ticked, what they come to, and whether they are all of the page. */
export type ChosenRows = { count: number; sums: MoneySum[]; page: boolean }

/** A row of a table, or of a list that is none. */
const ROW = 'tbody tr, [data-row]'
const TICK = '.tick input[name="id"]'
const FORM = '[data-list-form]'

const BUSY_TARGETS = 'a, button, input, select, textarea, label, summary, [popover], dialog'

const TYPED_IN = 'input:not([type=checkbox]), textarea, select, [contenteditable]'

/** What a key means in a list; where Cyrillic letters are typed, the keys lie at the same places. */
function keyOf({ key, code }: KeyboardEvent): string | undefined {
  if (key === '/' || (code === 'Slash' && key === '.')) return 'search'
  if (key === '?' || (code === 'Slash' && key === ',')) return 'keys'
  const plain: Readonly<Record<string, string>> = {
    ArrowDown: 'next',
    j: 'next',
    о: 'next',
    ArrowUp: 'previous',
    k: 'previous',
    л: 'previous',
    x: 'tick',
    ч: 'tick',
    Enter: 'open',
    Escape: 'leave',
  }
  return plain[key]
}

/** How long a person has to rest from typing before the list answers. */
const TYPING_MS = 250

/** Where somebody types now and what stands there: the answer puts another field in the place of the first. */
let pen: { list: string; text: string; caret: number } | undefined

/**
 * Listens to one list; `data-heard` on it says that keys and presses are heard from now on. `go` opens an address; `typed` says that it follows the typing, not a press. Gives
 * back how to stop.
 */
export function followRows(
  root: HTMLElement,
  tell: (chosen: ChosenRows) => void,
  go: (href: string, typed: boolean) => void,
): () => void {
  let last: HTMLInputElement | undefined
  let typing: ReturnType<typeof setTimeout> | undefined
  const ticks = () => [...root.querySelectorAll<HTMLInputElement>(TICK)]
  const rows = () => [...root.querySelectorAll<HTMLElement>(ROW)]

  const count = () => {
    const on = ticks().filter((tick) => tick.checked)
    const all = root.querySelector<HTMLInputElement>('[data-tick-all]')
    if (all) {
      all.checked = on.length > 0 && on.length === ticks().length
      all.indeterminate = on.length > 0 && !all.checked
    }
    tell({
      count: on.length,
      page: on.length > 0 && on.length === ticks().length,
      sums: moneySums(
        on.map(({ dataset }) => {
          const [amount = '0', currency = ''] = (dataset.amount ?? '').split(' ')
          return { currency, amount: Number(amount) }
        }),
        ({ amount }) => amount,
      ),
    })
  }
  const setAll = (checked: boolean) => {
    for (const tick of ticks()) tick.checked = checked
    count()
  }

  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.matches('[data-tick-all]')) setAll(target.checked)
    else if (target.matches(TICK)) count()
  }
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element // a click inside a document always has an element
    if (target.closest('[data-untick]')) return setAll(false)
    const tick = target.closest<HTMLInputElement>(TICK)
    if (tick) {
      if (event.shiftKey && last) tickBetween(ticks(), last, tick)
      last = tick
      return count()
    }
    if (target.closest(BUSY_TARGETS) || window.getSelection()?.toString()) return
    const link = target.closest(ROW)?.querySelector<HTMLAnchorElement>('a.row-link')
    if (!link) return
    if (event.metaKey || event.ctrlKey) window.open(link.href, '_blank', 'noopener')
    else link.click()
  }
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches(FORM)) return
    event.preventDefault()
    clearTimeout(typing)
    if (form.matches(':popover-open')) form.hidePopover()
    go(addressOf(form), false)
  }
  const onInput = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || !target.matches('[data-list-search]') || !target.form) return
    const { form } = target
    pen = { list: root.id, text: target.value, caret: target.selectionStart ?? target.value.length }
    askSoon(form)
  }
  const askSoon = (form: HTMLFormElement) => {
    clearTimeout(typing)
    typing = setTimeout(() => go(addressOf(form), true), TYPING_MS)
  }
  const onLeave = ({ target }: FocusEvent) => {
    // A field that is taken away with its list does not end the typing, a person who leaves it does.
    if (target instanceof HTMLInputElement && target.matches('[data-list-search]') && target.isConnected)
      pen = undefined
  }
  const move = (from: Element, by: number): boolean => {
    const all = rows()
    const here = all.findIndex((row) => row.contains(from))
    // Whoever begins begins at the row that is open, else at the first one.
    const open = all.findIndex((row) => row.querySelector('[aria-current=true]'))
    const next = all[here === -1 ? Math.max(0, open) : Math.min(all.length - 1, Math.max(0, here + by))]
    const spot =
      next?.querySelector<HTMLElement>('a.row-link') ?? next?.querySelector<HTMLElement>(`${TICK}, a, button`)
    spot?.focus()
    return spot !== undefined && spot !== null
  }
  const keys: Record<string, (target: Element) => boolean> = {
    next: (target) => move(target, 1),
    previous: (target) => move(target, -1),
    search: () => {
      const search = root.querySelector<HTMLInputElement>('[data-list-search]')
      search?.select()
      return search !== null
    },
    tick: (target) => {
      target.closest(ROW)?.querySelector<HTMLInputElement>(TICK)?.click()
      return target.closest(ROW) !== null
    },
    open: (target) => {
      if (!target.matches(TICK)) return false
      target.closest(ROW)?.querySelector<HTMLAnchorElement>('a.row-link')?.click()
      return true
    },
    keys: () => {
      const told = root.querySelector<HTMLElement>('[data-list-keys]')
      told?.showPopover()
      return told !== null
    },
    leave: () => {
      if (!ticks().some((tick) => tick.checked)) return false
      setAll(false)
      return true
    },
  }
  const onKey = (event: KeyboardEvent) => {
    const target = event.target as Element // keys go to an element
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return
    // What is typed is left to stand, and one is back among the rows.
    if (event.key === 'Escape' && target.matches('[data-list-search]')) return void move(target, 0)
    if (target.matches(TYPED_IN) || target.closest('[popover], dialog')) return
    if (target !== document.body && !root.contains(target)) return
    const does = keys[keyOf(event) ?? '']
    if (does?.(target)) event.preventDefault()
  }
  const onReset = () => setTimeout(count)

  root.addEventListener('change', onChange)
  root.addEventListener('click', onClick)
  root.addEventListener('submit', onSubmit)
  root.addEventListener('input', onInput)
  root.addEventListener('focusout', onLeave)
  root.addEventListener('reset', onReset)
  document.addEventListener('keydown', onKey)
  root.dataset.heard = ''
  count()
  const field = root.querySelector<HTMLInputElement>('[data-list-search]')
  if (field) keepTyping(root, field, askSoon)
  return () => {
    clearTimeout(typing)
    delete root.dataset.heard
    root.removeEventListener('input', onInput)
    root.removeEventListener('focusout', onLeave)
    root.removeEventListener('change', onChange)
    root.removeEventListener('click', onClick)
    root.removeEventListener('submit', onSubmit)
    root.removeEventListener('reset', onReset)
    document.removeEventListener('keydown', onKey)
  }
}

/** Goes on with the typing in the field of the answer; what was typed while it was on its way is asked for as well. */
function keepTyping(root: HTMLElement, field: HTMLInputElement, askSoon: (form: HTMLFormElement) => void): void {
  if (pen?.list !== root.id) return
  field.value = pen.text
  field.focus({ preventScroll: true })
  field.setSelectionRange(pen.caret, pen.caret)
  if (field.form && pen.text.trim() !== (field.dataset.listSearch ?? '')) askSoon(field.form)
}

/** The address that a filter form asks for. */
function addressOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string')
  return form.getAttribute('action') + tidySearch(fields)
}

/** Shift and a press: everything from the last tick to this one becomes like this one. */
function tickBetween(ticks: HTMLInputElement[], first: HTMLInputElement, last: HTMLInputElement): void {
  const [from, to] = [ticks.indexOf(first), ticks.indexOf(last)].sort((a, b) => a - b)
  for (const tick of ticks.slice(from, (to ?? 0) + 1)) tick.checked = last.checked
}
