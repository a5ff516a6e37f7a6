export type ToastDetail = {
  words: string
  tone?: 'normal' | 'bad'
  /** undo instead of «are you sure» */
  undo?: () => void | Promise<void>
}

export const TOAST_EVENT = 'kabinet:toast'

/** Says something at the lower edge for a while. Call it in the browser only; Toaster in the shell shows it. */
export function toast(detail: ToastDetail): void {
  window.dispatchEvent(new CustomEvent(TOAST_EVENT, { detail }))
}
