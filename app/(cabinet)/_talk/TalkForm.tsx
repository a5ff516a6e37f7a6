import { say, type Locale } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { MessageInput, type MessageInputProps } from '@/src/ui/form/MessageInput'
import { submitMessage } from './talk.server'
import { talkWords as words } from './talk.labels'

type TalkFormProps = {
  entity: string
  id: string
  locale: Locale
  /** whether this person may send files of the company */ files: boolean
}

/** A request carries no more than this, its text and its frame included. */
const MAX_MB = 11

/** How files are taken with a message. */
export const attachWords = (locale: Locale): NonNullable<MessageInputProps['attach']> => ({
  label: say(words.attach, locale),
  help: say(words.attachHelp, locale),
  accept: '.pdf,.jpg,.jpeg,.png,.webp,.gif,.docx,.xlsx,.zip',
  maxBytes: MAX_MB * 1024 * 1024,
  words: {
    remove: say(words.remove, locale, { name: '{name}' }),
    tooMuch: say(words.tooMuch, locale, { max: MAX_MB }),
  },
})

/** Where one writes to the manager about a record. */
export function TalkForm({ entity, id, locale, files }: TalkFormProps) {
  return (
    <ActionForm
      action={submitMessage.bind(null, locale, entity, id)}
      className="grid gap-3"
      draft={`talk:${entity}:${id}`}
      emptied
    >
      <MessageInput attach={files ? attachWords(locale) : undefined} label={say(words.write, locale)} name="body" />
      <div>
        <SubmitButton>{say(words.send, locale)}</SubmitButton>
      </div>
    </ActionForm>
  )
}
