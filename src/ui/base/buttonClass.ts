import { cx } from './cx'

export type ButtonTone = 'normal' | 'primary' | 'flat' | 'danger'
export type ButtonSize = 'm' | 's'

const TONES: Record<ButtonTone, string> = {
  normal: 'border-line-strong bg-sheet hover:border-edge hover:bg-sunk/50',
  primary: 'border-brand bg-brand text-on-brand hover:brightness-110',
  flat: 'border-transparent text-brand-ink hover:bg-brand-wash',
  danger: 'border-line-strong bg-sheet text-bad hover:border-bad hover:bg-bad-wash',
}

const SIZES: Record<ButtonSize, string> = {
  m: 'min-h-9 px-3.5 text-md pointer-coarse:min-h-11',
  s: 'min-h-8 px-2.5 text-[0.875rem] pointer-coarse:min-h-11',
}

/** The look of everything that is pressed: buttons and links that act like one. */
export function buttonClass(tone: ButtonTone = 'normal', size: ButtonSize = 'm', extra?: string): string {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-sm border font-mid whitespace-nowrap select-none',
    'aria-disabled:opacity-55 disabled:opacity-55',
    TONES[tone],
    SIZES[size],
    extra,
  )
}
