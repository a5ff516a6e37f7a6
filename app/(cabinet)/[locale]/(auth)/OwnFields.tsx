import { say, type Locale } from '@/src/lib/i18n'
import { InnInput, PhoneInput } from '@/src/ui/form/SpecialInputs'
import { TextInput } from '@/src/ui/form/TextInput'
import { authLabels as words } from './auth.labels'

/** What a newcomer says of themselves beside the address and the password. */
export function NameAndPhone({ locale }: { locale: Locale }) {
  return (
    <>
      <TextInput autoComplete="name" label={say(words.register.name, locale)} maxLength={160} name="name" required />
      <PhoneInput label={say(words.register.phone, locale)} name="phone" required />
    </>
  )
}

/** The company of a newcomer, if they have one to name. */
export function OwnCompanyFields({ locale }: { locale: Locale }) {
  return (
    <>
      <TextInput
        autoComplete="organization"
        label={say(words.register.company, locale)}
        maxLength={300}
        name="companyName"
        optional={say(words.optional, locale)}
      />
      <InnInput label={say(words.register.inn, locale)} name="inn" optional={say(words.optional, locale)} />
    </>
  )
}
