import { LogOut, User } from '@/src/ui/icon/icons'
import { Avatar } from '../base/Avatar'
import { Menu, MenuButton, MenuLine, MenuLink } from '../base/Menu'
import { LanguageChoice } from './LanguageChoice'
import { ThemeChoice } from './ThemeChoice'
import type { ShellProps } from './shellWords'

/** The person: profile, looks, language, the way out. */
export function AvatarMenu({ data, words }: ShellProps) {
  const { person } = data
  if (!person) return null
  return (
    <div className="hidden md:block">
      <Menu
        label={words.you.replace('{name}', person.name)}
        side="end"
        triggerClass="block rounded-full"
        trigger={<Avatar name={person.name} src={person.photo} />}
      >
        <p className="px-2.5 pt-1.5 pb-2">
          <b className="block font-mid">{person.name}</b>
          <span className="text-sm text-ink-2">{person.role ?? person.email}</span>
        </p>
        <MenuLine />
        <PersonItems data={data} words={words} />
      </Menu>
    </div>
  )
}

/** The same items stand in the phone's «Ещё». */
export function PersonItems({ data, words }: ShellProps) {
  const { locale } = data
  return (
    <>
      <MenuLink href={data.urls.profile} icon={<User />}>
        {words.profile}
      </MenuLink>
      <MenuLine />
      <ThemeChoice
        theme={data.theme}
        words={{
          name: words.theme,
          light: words.light,
          dark: words.dark,
          system: words.system,
        }}
      />
      <LanguageChoice locale={locale} prefixes={data.prefixes} name={words.language} />
      <MenuLine />
      <form action={data.logout}>
        <MenuButton type="submit" icon={<LogOut />}>
          {words.logout}
        </MenuButton>
      </form>
    </>
  )
}
