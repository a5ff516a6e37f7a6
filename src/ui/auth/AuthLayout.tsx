import type { ReactNode } from 'react'
import { say, type Locale } from '@/src/lib/i18n'
import { BrandLink } from '../shell/BrandLink'
import { LanguageChoice } from '../shell/LanguageChoice'
import { shellLabels } from '../shell/shell.labels'
import type { ShellData, Theme } from '../shell/shellData'
import { ThemeChoice } from '../shell/ThemeChoice'

export type AuthLayoutProps = {
  locale: Locale
  brand: ShellData['brand']
  prefixes: ShellData['prefixes']
  theme: Theme
  title: string
  /** one sentence under the title */
  lead?: ReactNode
  children: ReactNode
  /** under the sheet: «Нет кабинета? Зарегистрируйтесь» */
  below?: ReactNode
}

/** Login, registration, recovery: one quiet sheet in the middle. */
export function AuthLayout({ locale, brand, prefixes, theme, title, lead, children, below }: AuthLayoutProps) {
  return (
    <div className="flex min-h-dvh flex-col px-4 py-6">
      <div className="m-auto w-full max-w-105">
        <header className="mb-5 flex justify-center text-lg">
          <BrandLink brand={brand} always />
        </header>
        <main>
          <div className="rounded-md border border-line bg-sheet p-6 sm:p-8">
            <h1 className="!text-[1.5rem]">{title}</h1>
            {lead ? <p className="mt-1.5 text-ink-2">{lead}</p> : null}
            <div className="mt-5">{children}</div>
          </div>
          {below ? <p className="mt-4 text-center text-md text-ink-2">{below}</p> : null}
        </main>
      </div>
      <footer className="mx-auto mt-6 flex flex-wrap justify-center gap-x-4">
        <ThemeChoice
          theme={theme}
          words={{
            name: say(shellLabels.theme, locale),
            light: say(shellLabels.light, locale),
            dark: say(shellLabels.dark, locale),
            system: say(shellLabels.system, locale),
          }}
        />
        <LanguageChoice locale={locale} prefixes={prefixes} name={say(shellLabels.language, locale)} />
      </footer>
    </div>
  )
}
