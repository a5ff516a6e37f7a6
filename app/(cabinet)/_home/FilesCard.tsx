import { say } from '@/src/lib/i18n'
import { Sheet } from '@/src/ui/base/Sheet'
import { FileRows } from '../_files/FileRows'
import { openLink, type CardProps } from './cardProps'

export function FilesCard({ card: { label, data }, locale, zone, href, linkTo }: CardProps<'files'>) {
  return (
    <Sheet link={openLink(data.link, linkTo)} title={say(label, locale)}>
      <FileRows files={data.files} href={href} locale={locale} zone={zone} />
    </Sheet>
  )
}
