import { tidySearch } from './tidySearch'

/** How many rows are ticked and their sum in minor units. */
export type Chosen = { count: number; amount: number }

const BUSY_TARGETS = 'a, button, input, select, textarea, label, summary, [popover], dialog'

/** Listens to one list. Gives back how to stop. */
export function followRows(root: HTMLElement, tell: (chosen: Chosen) => void, go: (href: string) => void): () => void {
  let last: HTMLInputElement | undefined
  const ticks = () => [...root.querySelectorAll<HTMLInputElement>('td.tick input')]
  const rows = () => [...root.querySelectorAll<HTMLTableRowElement>('tbody tr')]

  const count = () => {
    const on = ticks().filter((tick) => tick.checked)
    const all = root.querySelector<HTMLInputElement>('[data-tick-all]')
    if (all) {
      all.checked = on.length > 0 && on.length === ticks().length
      all.indeterminate = on.length > 0 && !all.checked
    }
    tell({ count: on.length, amount: on.reduce((sum, tick) => sum + Number(tick.dataset.amount ?? 0), 0) })
  }
  const setAll = (checked: boolean) => {
    for (const tick of ticks()) tick.checked = checked
    count()
  }

  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.matches('[data-tick-all]')) setAll(target.checked)
    else if (target.closest('td.tick')) count()
  }
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element // a click inside a document always has an element
    if (target.closest('[data-untick]')) return setAll(false)
    const tick = target.closest<HTMLInputElement>('td.tick input')
    if (tick) {
      if (event.shiftKey && last) tickBetween(ticks(), last, tick)
      last = tick
      return count()
    }
    if (target.closest(BUSY_TARGETS) || window.getSelection()?.toString()) return
    const link = target.closest('tr[data-href]')?.querySelector<HTMLAnchorElement>('a.row-link')
    if (!link) return
    if (event.metaKey || event.ctrlKey) window.open(link.href, '_blank', 'noopener')
    else link.click()
  }
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-list-form]')) return
    event.preventDefault()
    if (form.matches(':popover-open')) form.hidePopover()
    const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string')
    go(form.getAttribute('action') + tidySearch(fields))
  }
  const onKey = (event: KeyboardEvent) => {
    const target = event.target as Element // keys go to an element
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return
    if (target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]') || target.closest('[popover], dialog')) return
    if (target !== document.body && !root.contains(target)) return
    if (event.key === '/') {
      const search = root.querySelector<HTMLInputElement>('[data-list-search]')
      if (!search) return
      event.preventDefault()
      search.select()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = rows()
      const here = all.findIndex((row) => row.contains(target))
      const next = all[here === -1 ? 0 : Math.min(all.length - 1, Math.max(0, here + (event.key === 'ArrowDown' ? 1 : -1)))]
      const spot = next?.querySelector<HTMLElement>('a.row-link') ?? next?.querySelector<HTMLElement>('td.tick input, a, button')
      if (!spot) return
      event.preventDefault()
      spot.focus()
    } else if (event.key === 'x' || event.key === 'ч') {
      target.closest('tr')?.querySelector<HTMLInputElement>('td.tick input')?.click()
    } else if (event.key === 'Enter' && target.matches('td.tick input')) {
      target.closest('tr')?.querySelector<HTMLAnchorElement>('a.row-link')?.click()
    }
  }
  const onReset = () => setTimeout(count)

  root.addEventListener('change', onChange)
  root.addEventListener('click', onClick)
  root.addEventListener('submit', onSubmit)
  root.addEventListener('reset', onReset)
  document.addEventListener('keydown', onKey)
  count()
  return () => {
    root.removeEventListener('change', onChange)
    root.removeEventListener('click', onClick)
    root.removeEventListener('submit', onSubmit)
    root.removeEventListener('reset', onReset)
    document.removeEventListener('keydown', onKey)
  }
}

/** Shift and a press: everything from the last tick to this one becomes like this one. */
function tickBetween(ticks: HTMLInputElement[], first: HTMLInputElement, last: HTMLInputElement): void {
  const [from, to] = [ticks.indexOf(first), ticks.indexOf(last)].sort((a, b) => a - b)
  for (const tick of ticks.slice(from, (to ?? 0) + 1)) tick.checked = last.checked
}
