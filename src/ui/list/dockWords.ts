import { say, type Locale } from '@/src/lib/i18n'
import type { BulkDockProps } from './BulkDock'
import { listLabels } from './list.labels'

/** Words of the dock of a list; `total` rows answer its filter. */
export const dockWords = (locale: Locale, total: number): BulkDockProps['words'] => ({
  bulk: say(listLabels.bulk, locale),
  selected: say(listLabels.selected, locale),
  sum: say(listLabels.selectedSum, locale),
  unselect: say(listLabels.unselect, locale),
  all: say(listLabels.selectFilter, locale, { total }),
  refused: say(listLabels.refused, locale),
  close: say(listLabels.closeOutcome, locale),
  apply: say(listLabels.applyBulk, locale),
  leave: say(listLabels.leave, locale),
})
