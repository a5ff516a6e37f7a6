import { cx } from './cx'

export type ButtonTone = 'normal' | 'primary' | 'flat' | 'danger'
export type ButtonSize = 'm' | 's'

/** The look of everything that is pressed: buttons and links that act like one. */
export const buttonClass = (tone: ButtonTone = 'normal', size: ButtonSize = 'm', extra?: string): string =>
  cx('btn', tone !== 'normal' && `btn-${tone}`, size === 's' && 'btn-s', extra)
