import type { ReactNode } from 'react'
import { say } from '@/src/lib/i18n'
import { feedbackLabels } from '../feedback/feedback.labels'
import { FlashToast } from '../feedback/FlashToast'
import { OfflineLine } from '../feedback/OfflineLine'
import { Toaster } from '../feedback/Toaster'
import { previewWords } from '../preview/preview.labels'
import { Previewer } from '../preview/Previewer'
import { AreasRow } from './AreasRow'
import { FootLine } from './FootLine'
import { PhoneBar } from './PhoneBar'
import { Nearness } from './Nearness'
import { PopManners } from './PopManners'
import { shellLabels } from './shell.labels'
import type { ShellData } from './shellData'
import { TopBar } from './TopBar'

/** The frame around every page of the cabinet. */
export function Shell({ data, children }: { data: ShellData; children: ReactNode }) {
  const { locale } = data
  return (
    <div className="flex min-h-dvh flex-col pb-15.5 md:pb-0">
      <a href="#main" className="skip sr-only z-20 rounded-sm bg-brand px-4 py-2 text-on-brand focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
        {say(shellLabels.skip, locale)}
      </a>
      <header className="no-print sticky top-0 z-5 border-b border-line bg-sheet">
        <TopBar data={data} />
        <AreasRow areas={data.areas} locale={locale} />
        <OfflineLine words={say(feedbackLabels.offline, locale)} />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 py-4.5 md:px-6 md:py-7">
        {children}
      </main>
      <FootLine data={data} />
      <PhoneBar data={data} />
      <Toaster label={say(feedbackLabels.notices, locale)} undoLabel={say(feedbackLabels.undo, locale)} />
      <FlashToast left={data.flash} />
      <PopManners />
      <Nearness />
      <Previewer words={previewWords(locale)} />
    </div>
  )
}
