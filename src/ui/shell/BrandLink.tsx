import Link from 'next/link'
import { near } from '../base/near'
import type { ShellData } from './shellData'

/** The company's sign: its logo, or the first letter of its name on its colour. */
export function BrandLink({
  brand,
  always,
}: {
  brand: ShellData['brand']
  /** shows the name on a phone too */ always?: boolean
}) {
  return (
    <Link {...near} href={brand.href} className="flex flex-none items-center gap-2.5 font-bold tracking-tight">
      {brand.logo ? (
        // a plain img: a small logo from media, any format
        <img src={brand.logo} alt="" className="h-7 max-w-40 object-contain" />
      ) : (
        <span
          aria-hidden
          className="grid size-6.5 place-items-center rounded-[7px] bg-brand text-[0.875rem] text-on-brand"
        >
          {brand.name.replace(/[«"“]/g, '').charAt(0)}
        </span>
      )}
      <span className={brand.logo ? 'sr-only' : always ? undefined : 'sr-only md:not-sr-only'}>{brand.name}</span>
    </Link>
  )
}
