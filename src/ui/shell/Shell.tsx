'use client'

import type { ReactNode } from 'react'
import { FlashToast } from '../feedback/FlashToast'
import { OfflineLine } from '../feedback/OfflineLine'
import { Toaster } from '../feedback/Toaster'
import { Previewer } from '../preview/Previewer'
import { AreasRow } from './AreasRow'
import { FootLine } from './FootLine'
import { PhoneBar } from './PhoneBar'
import { Nearness } from './Nearness'
import { PopManners } from './PopManners'
import type { ShellProps } from './shellWords'
import { TopBar } from './TopBar'

/**
 * The frame around every page of the cabinet. It is drawn where the browser's own components are: what it shows comes
 * once, as plain data, and not a second time as a tree of elements.
 */
export function Shell({ data, words, children }: ShellProps & { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col pb-15.5 md:pb-0">
      <a
        href="#main"
        className="skip sr-only z-20 rounded-sm bg-brand px-4 py-2 text-on-brand focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {words.skip}
      </a>
      <header className="no-print sticky top-0 z-5 border-b border-line bg-sheet">
        <TopBar data={data} words={words} />
        <AreasRow areas={data.areas} words={words} />
        <OfflineLine words={words.offline} />
      </header>
      <PhoneBar data={data} words={words} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 py-4.5 md:px-6 md:py-7">
        {children}
      </main>
      <FootLine data={data} words={words} />
      <Toaster label={words.notices} undoLabel={words.undo} />
      <FlashToast left={data.flash} />
      <PopManners />
      <Nearness />
      <Previewer words={words.preview} />
    </div>
  )
}
