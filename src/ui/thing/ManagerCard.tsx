import { MessageSquare, Phone } from '@/src/ui/icon/icons'
import { say, type Locale, type Text } from '@/src/lib/i18n'
import { Avatar } from '../base/Avatar'
import { CopyButton } from '../base/CopyButton'
import { LinkButton } from '../base/LinkButton'
import { Sheet } from '../base/Sheet'
import { formatPhone } from '@/src/lib/formatPhone'
import { thingLabels as words } from './thing.labels'

export type ManagerCardProps = {
  locale: Locale
  /** «Ваш менеджер» unless said otherwise */
  title?: string
  name: string
  photo?: string | null
  position?: string | null
  /** «на связи до 18:00» */
  note?: string | null
  /** E.164 */
  phone?: string | null
  email?: string | null
  /** where a message is written */
  writeHref?: string | null
}

/** The person at the supplier who answers: read, called, written to, and copied into one's own address book. */
export function ManagerCard(props: ManagerCardProps) {
  const { locale, title, name, photo, position, note, phone, email, writeHref } = props
  const read = phone ? formatPhone(phone) : ''
  return (
    <Sheet title={title ?? say(words.manager, locale)}>
      <div className="flex items-center gap-3 px-4 pt-0.5 pb-3 md:px-5">
        <Avatar name={name} size="l" src={photo ?? undefined} />
        <div className="min-w-0">
          <b className="font-mid">{name}</b>
          {position ? <div className="text-sm text-ink-2">{position}</div> : null}
          {note ? <div className="text-sm text-ink-2">{note}</div> : null}
        </div>
      </div>
      <ul className="grid px-4 pb-3 text-md md:px-5">
        {phone ? <Reach copy={words.copyPhone} href={`tel:${phone}`} locale={locale} text={read} /> : null}
        {email ? <Reach copy={words.copyMail} href={`mailto:${email}`} locale={locale} text={email} /> : null}
      </ul>
      {writeHref || phone ? (
        <div className="no-print flex flex-wrap gap-2 px-4 pb-4.5 md:px-5">
          {writeHref ? (
            <LinkButton href={writeHref} icon={<MessageSquare />}>
              {say(words.write, locale)}
            </LinkButton>
          ) : null}
          {phone ? (
            <LinkButton href={`tel:${phone}`} icon={<Phone />}>
              {say(words.call, locale)}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
    </Sheet>
  )
}

type ReachProps = { href: string; text: string; copy: Text; locale: Locale }

function Reach({ href, text, copy, locale }: ReachProps) {
  return (
    <li className="flex min-h-8 items-center gap-1">
      <a className="link num min-w-0 [overflow-wrap:anywhere] !whitespace-normal" href={href}>
        {text}
      </a>
      <CopyButton text={text} words={{ copy: say(copy, locale), copied: say(words.copied, locale) }} />
    </li>
  )
}
