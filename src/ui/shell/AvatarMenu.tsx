import { LogOut, User } from 'lucide-react'
import { say } from '@/src/lib/i18n'
import { Avatar } from '../base/Avatar'
import { Menu, MenuButton, MenuLine, MenuLink } from '../base/Menu'
import { LanguageChoice } from './LanguageChoice'
import { shellLabels } from './shell.labels'
import type { ShellData } from './shellData'
import { ThemeChoice } from './ThemeChoice'

/** The person: profile, looks, language, the way out. */
export function AvatarMenu({ data }: { data: ShellData }) {
  const { person, locale } = data
  if (!person) return null
  return (
    <div className="hidden md:block">
      <Menu label={say(shellLabels.you, locale, { name: person.name })} side="end" triggerClass="block rounded-full" trigger={<Avatar name={person.name} src={person.photo} />}>
        <p className="px-2.5 pt-1.5 pb-2">
          <b className="block font-mid">{person.name}</b>
          <span className="text-sm text-ink-2">{person.role ?? person.email}</span>
        </p>
        <MenuLine />
        <PersonItems data={data} />
      </Menu>
    </div>
  )
}

/** The same items stand in the phone's «Ещё». */
export function PersonItems({ data }: { data: ShellData }) {
  const { locale } = data
  return (
    <>
      <MenuLink href={data.urls.profile} icon={<User />}>{say(shellLabels.profile, locale)}</MenuLink>
      <MenuLine />
      <ThemeChoice
        theme={data.theme}
        words={{ name: say(shellLabels.theme, locale), light: say(shellLabels.light, locale), dark: say(shellLabels.dark, locale), system: say(shellLabels.system, locale) }}
      />
      <LanguageChoice locale={locale} prefixes={data.prefixes} name={say(shellLabels.language, locale)} />
      <MenuLine />
      <form action={data.logout}>
        <MenuButton type="submit" icon={<LogOut />}>{say(shellLabels.logout, locale)}</MenuButton>
      </form>
    </>
  )
}
