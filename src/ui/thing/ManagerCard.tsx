import { Mail, MessageSquare, Phone } from 'lucide-react'
import type { Locale } from '@/src/lib/i18n'
import { say } from '@/src/lib/i18n'
import { Avatar } from '../base/Avatar'
import { LinkButton } from '../base/LinkButton'
import { Sheet } from '../base/Sheet'
import { thingLabels } from './thing.labels'

export type ManagerCardProps = {
  locale: Locale
  name: string
  photo?: string
  /** «на связи до 18:00» or the position */
  note?: string
  /** E.164 */
  phone?: string
  email?: string
  /** where a message is written */
  writeHref?: string
}

/** The person at the supplier who answers. */
export function ManagerCard({ locale, name, photo, note, phone, email, writeHref }: ManagerCardProps) {
  return (
    <Sheet title={say(thingLabels.manager, locale)}>
      <div className="flex items-center gap-3 px-4 pt-0.5 pb-3.5 md:px-5">
        <Avatar name={name} src={photo} size="l" />
        <div className="min-w-0">
          <b className="font-mid">{name}</b>
          {note ? <div className="text-sm text-ink-2">{note}</div> : null}
        </div>
      </div>
      <div className="no-print flex flex-wrap gap-2 px-4 pb-4.5 md:px-5">
        {writeHref ? <LinkButton href={writeHref} icon={<MessageSquare />}>{say(thingLabels.write, locale)}</LinkButton> : null}
        {phone ? <LinkButton href={`tel:${phone}`} icon={<Phone />}>{say(thingLabels.call, locale)}</LinkButton> : null}
        {email && !writeHref ? <LinkButton href={`mailto:${email}`} icon={<Mail />}>{say(thingLabels.mail, locale)}</LinkButton> : null}
      </div>
    </Sheet>
  )
}
