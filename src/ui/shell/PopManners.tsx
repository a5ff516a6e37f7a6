'use client'

import { useEffect } from 'react'

const OPEN_AFTER_MS = 140
const CLOSE_AFTER_MS = 220

/** What native popovers lack: closing after a link is followed, opening by hover, dialogs in browsers without commands. */
export function PopManners() {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined

    const onClick = (event: MouseEvent) => {
      const target = event.target as Element // a click always has an element
      if (target.closest('a')) target.closest<HTMLElement>('[popover]')?.hidePopover()
      if ('commandForElement' in HTMLButtonElement.prototype) return
      const button = target.closest('[commandfor]')
      const dialog = button && document.getElementById(button.getAttribute('commandfor') ?? '')
      if (!(dialog instanceof HTMLDialogElement)) return
      if (button?.getAttribute('command') === 'show-modal') dialog.showModal()
      else dialog.close()
    }
    const onOver = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      const target = event.target as Element // the pointer is always over an element
      clearTimeout(timer)
      const owner = target.closest<HTMLElement>('[data-hover-pop]')
      const panel = owner && document.getElementById(owner.dataset.hoverPop ?? '')
      if (panel) {
        timer = setTimeout(() => panel.matches(':popover-open') || panel.showPopover(), OPEN_AFTER_MS)
        return
      }
      timer = setTimeout(() => {
        for (const open of document.querySelectorAll<HTMLElement>('.pop-wide:popover-open')) {
          if (!open.contains(document.activeElement)) open.hidePopover()
        }
      }, CLOSE_AFTER_MS)
    }
    document.addEventListener('click', onClick)
    document.addEventListener('pointerover', onOver)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('click', onClick)
      document.removeEventListener('pointerover', onOver)
    }
  }, [])
  return null
}
