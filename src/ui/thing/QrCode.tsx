import { qr } from '@/src/lib/qr'
import { cx } from '../base/cx'

/** A QR code, dark on white in both themes, sharp at any size. Drawn on the server. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { size, path } = qr(text)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={cx('rounded-sm bg-[#fff] text-[#000]', className)}
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
