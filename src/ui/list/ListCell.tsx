import Link from 'next/link'
import { Fragment, type ReactNode } from 'react'
import { near } from '../base/near'
import { Download, Eye } from '../icon/icons'
import { previewLink } from '../preview/previewItem'
import type { Bit, Cell } from './cell'

/** Draws what a cell says. */
export function ListCell({ cell }: { cell: Cell }): ReactNode {
  if (Array.isArray(cell))
    return cell.map((bit: Cell, index) => (
      <Fragment key={index}>
        <ListCell cell={bit} />
      </Fragment>
    ))
  return isBit(cell) ? drawn(cell) : (cell as ReactNode)
}

/** Elements are objects too, and those that come from the server are made of other stuff than React's own. */
const isBit = (cell: Cell): cell is Exclude<Bit, string> =>
  typeof cell === 'object' && cell !== null && !('$$typeof' in cell) && !('then' in cell)

function drawn(bit: Exclude<Bit, string>): ReactNode {
  if ('strong' in bit) return <b>{bit.strong}</b>
  if ('quiet' in bit)
    return (
      <small>
        <ListCell cell={bit.quiet} />
      </small>
    )
  if ('note' in bit)
    return (
      <p>
        <ListCell cell={bit.note} />
      </p>
    )
  if ('date' in bit) return <span title={bit.full}>{bit.date}</span>
  if ('sum' in bit)
    return (
      <span className={bit.tone ? 'num text-good' : 'num'}>
        {bit.sum}
        <small>{bit.rest}</small>
      </span>
    )
  if ('state' in bit)
    return (
      <span className="state" data-tone={bit.tone}>
        {bit.state}
      </span>
    )
  if ('done' in bit)
    return (
      <span className="rail" data-done={bit.done >= bit.all ? 'all' : bit.done} role="img" aria-label={bit.says}>
        {Array.from({ length: bit.all }, (_, index) => (
          <i key={index} />
        ))}
      </span>
    )
  if ('link' in bit)
    return (
      <Link {...near} className="link" href={bit.href}>
        {bit.link}
      </Link>
    )
  if ('opens' in bit)
    return (
      <span className="file-ways">
        <a {...previewLink(bit.opens)} className="file-open">
          <Eye />
          {bit.words}
          <span className="sr-only">, {bit.opens.name}</span>
        </a>
        <a download={bit.saveAs} href={`${bit.opens.file}?save=1`} aria-label={bit.save} className="file-save">
          <Download />
        </a>
      </span>
    )
  return (
    <span className="dash">
      <span aria-hidden>—</span>
      <span className="sr-only">{bit.none}</span>
    </span>
  )
}
