import { Package } from '@/src/ui/icon/icons'
import type { ReactNode } from 'react'
import { cx } from '../base/cx'

export type ProductPictureProps = {
  src?: string
  /** empty when the name stands beside the picture */
  alt?: string
  /** instead of the general one: what kind of thing this is */
  icon?: ReactNode
  size?: 's' | 'm' | 'tile' | 'page'
  /** the first pictures of a page should not wait */
  eager?: boolean
}

const SIZES = {
  s: 'size-11 [&_svg]:!size-5',
  m: 'size-16 md:size-18 [&_svg]:!size-7.5',
  tile: 'aspect-square w-full [&_svg]:!size-12',
  page: 'aspect-square w-full [&_svg]:!size-24',
}

/** A picture on sunk ground; a quiet icon where there is none. Its box is fixed, so nothing jumps. */
export function ProductPicture({ src, alt = '', icon, size = 'm', eager }: ProductPictureProps) {
  return (
    <span
      className={cx(
        'grid flex-none place-items-center overflow-hidden rounded-sm bg-sunk text-ink-3 [&_svg]:[stroke-width:1.25]',
        SIZES[size],
      )}
    >
      {src ? (
        // a plain img: sizes are made on upload and import
        <img
          src={src}
          alt={alt}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          className="size-full object-contain"
        />
      ) : (
        (icon ?? <Package />)
      )}
    </span>
  )
}
