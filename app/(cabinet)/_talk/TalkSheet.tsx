import { say, type Locale } from '@/src/lib/i18n'
import type { QueryContext } from '@/src/mechanisms/access/context'
import { remarksOf } from '@/src/mechanisms/comments/remarks'
import { Sheet } from '@/src/ui/base/Sheet'
import { Timeline } from '@/src/ui/thing/Timeline'
import { remarkMoment } from './remarkMoment'
import { TalkForm } from './TalkForm'
import { talkWords as words } from './talk.labels'

type TalkSheetProps = {
  context: QueryContext
  entity: string
  id: string
  locale: Locale
  zone: string
  files: boolean
}

/** The correspondence about a record, newest first, with a place to write. */
export async function TalkSheet({ context, entity, id, locale, zone, files }: TalkSheetProps) {
  const remarks = await remarksOf({ ...context, company: null }, entity, id)
  return (
    <Sheet id="history" title={say(words.title, locale)}>
      <div className="no-print px-4 pb-4 md:px-5">
        <TalkForm entity={entity} files={files} id={id} locale={locale} />
      </div>
      {remarks.length > 0 ? (
        <Timeline locale={locale} moments={remarks.map(remarkMoment).reverse()} zone={zone} />
      ) : null}
    </Sheet>
  )
}
