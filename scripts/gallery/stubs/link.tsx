import type { AnchorHTMLAttributes } from 'react'

/** Stands in for next/link in the gallery. */
export default function Link({
  prefetch: _p,
  scroll: _s,
  replace: _r,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & Record<string, unknown>) {
  return <a {...rest} />
}
