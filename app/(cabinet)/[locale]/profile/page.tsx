import { notFound } from 'next/navigation'
import { companiesWithKeys, ownKeys } from '@/collections/clients/access-keys/access-key.queries'
import { ownProfile } from '@/collections/people/users/user.queries'
import { say } from '@/src/lib/i18n'
import { sessionsOf, sidOf } from '@/src/mechanisms/sessions/sessions'
import { Avatar } from '@/src/ui/base/Avatar'
import { Columns } from '@/src/ui/base/Columns'
import { PageHead } from '@/src/ui/base/PageHead'
import { Sheet } from '@/src/ui/base/Sheet'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { FileInput } from '@/src/ui/form/FileInput'
import { cabinetPage, pageTitle } from '../../_page/cabinetPage'
import { Credentials } from './Credentials'
import { Keys } from './Keys'
import { PersonForm } from './PersonForm'
import { profilePage as words } from './profile.labels'
import { dropPhoto, savePhoto } from './profile.server'
import { Sessions } from './Sessions'

export const generateMetadata = pageTitle(words.title)

export default cabinetPage({}, async ({ session: { req, actor, user }, context, locale, zone }) => {
  const profile = await ownProfile(req, actor)
  if (!profile) notFound()
  const [sessions, keys, companies] = await Promise.all([
    sessionsOf(req, 'users', user.id, sidOf(req)),
    ownKeys(req, actor),
    companiesWithKeys(req, actor),
  ])
  return (
    <>
      <PageHead locale={locale} sub={profile.email} title={say(words.title, locale)} />
      <Columns
        aside={
          <>
            <Sheet padded title={say(words.photo, locale)}>
              <div className="mb-4 flex items-center gap-4">
                <Avatar name={profile.name} size="l" src={profile.photo ?? undefined} />
                {profile.photo ? (
                  <form action={dropPhoto}>
                    <SubmitButton size="s">{say(words.photoRemove, locale)}</SubmitButton>
                  </form>
                ) : null}
              </div>
              <ActionForm action={savePhoto.bind(null, locale)} id="photo">
                <FileInput
                  accept="image/jpeg,image/png,image/webp"
                  help={say(words.photoHelp, locale)}
                  invite={say(words.photoInvite, locale)}
                  label={say(words.photo, locale)}
                  name="photo"
                  required
                />
                <div>
                  <SubmitButton>{say(words.photoSet, locale)}</SubmitButton>
                </div>
              </ActionForm>
            </Sheet>
            <Sessions locale={locale} sessions={sessions} zone={zone} />
          </>
        }
      >
        <Sheet padded title={say(words.person, locale)}>
          <PersonForm locale={locale} profile={profile} />
        </Sheet>
        <Credentials email={profile.email} locale={locale} />
        {keys.length > 0 || companies.length > 0 ? (
          <Keys chosen={context.company ?? null} companies={companies} keys={keys} locale={locale} zone={zone} />
        ) : null}
      </Columns>
    </>
  )
})
