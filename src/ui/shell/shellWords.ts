import { say, type Locale } from '@/src/lib/i18n'
import { feedbackLabels } from '../feedback/feedback.labels'
import { previewWords } from '../preview/preview.labels'
import { shellLabels } from './shell.labels'
import type { ShellData } from './shellData'

/** Every word of the frame in one language; `{name}` and `{query}` are put in where they are known. */
export type ShellWords = Record<keyof typeof shellLabels | 'offline' | 'notices' | 'undo', string> & {
  preview: ReturnType<typeof previewWords>
}

/** What every part of the frame is drawn of. */
export type ShellProps = { data: ShellData; words: ShellWords }

/** Words are said on the server: the browser gets them as they are, and nothing to make them of. */
export function shellWords(locale: Locale, { cart }: { cart: number }): ShellWords {
  const said = Object.entries(shellLabels).map(([key, text]) => [
    key,
    say(text, locale, { count: cart, name: '{name}', query: '{query}' }),
  ])
  return {
    // Each label has become its words.
    ...(Object.fromEntries(said) as Record<keyof typeof shellLabels, string>),
    offline: say(feedbackLabels.offline, locale),
    notices: say(feedbackLabels.notices, locale),
    undo: say(feedbackLabels.undo, locale),
    preview: previewWords(locale),
  }
}
