import { cx } from './cx'

export type AvatarProps = { name: string; src?: string; size?: 's' | 'm' | 'l'; className?: string }

const SIZES = { s: 'size-6 text-[0.625rem]', m: 'size-8 text-xs', l: 'size-11 text-[0.9375rem]' }

/** A face or, without a picture, the initials. The name stands beside it in words, so it is hidden from readers. */
export function Avatar({ name, src, size = 'm', className }: AvatarProps) {
  const look = cx(
    'grid flex-none place-items-center rounded-full bg-brand-wash font-bold text-brand-ink',
    SIZES[size],
    className,
  )
  if (src) {
    // a plain img: private file behind an access check, already resized
    return <img src={src} alt="" className={cx(look, 'object-cover')} loading="lazy" />
  }
  return (
    <span className={look} aria-hidden>
      {initials(name)}
    </span>
  )
}

/** «Анна Воронова» -> «АВ». */
export function initials(name: string): string {
  const words = name
    .replace(/[«»"“”]/g, '')
    .split(/\s+/)
    .filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}
