import { cx } from '../base/cx'

export type IconProps = { className?: string }
export type Icon = (props: IconProps) => React.ReactNode

/** An icon that the stylesheet draws (styles/icons.css): a page names it and no more. For the eye only; what it means is said beside it. */
export function icon(name: string): Icon {
  return function ShownIcon({ className }) {
    return <svg className={cx('icon', `i-${name}`, className)} aria-hidden />
  }
}
