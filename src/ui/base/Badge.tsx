import { cx } from './cx'

/** A count on an icon or beside a word. Zero shows nothing; above 99 it says «99+». Hidden from readers: name it in words. */
export function Badge({ count, onIcon, className }: { count: number; onIcon?: boolean; className?: string }) {
  if (count <= 0) return null
  const place = onIcon ? 'absolute top-0.5 left-[55%]' : 'inline-block'
  return (
    <span
      aria-hidden
      className={cx(
        'min-w-4 rounded-full bg-bad px-1 text-center text-[0.65625rem] leading-4 font-bold text-on-bad',
        place,
        className,
      )}
    >
      {count > 99 ? '99+' : count}
    </span>
  )
}
