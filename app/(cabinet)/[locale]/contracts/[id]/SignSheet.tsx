import { Download } from 'lucide-react'
import type { ContractDetail } from '@/collections/contracts/contracts/contract.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { Sheet } from '@/src/ui/base/Sheet'
import { State } from '@/src/ui/base/State'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { MessageInput } from '@/src/ui/form/MessageInput'
import { attachWords } from '../../../_talk/TalkForm'
import { contractsPage as words } from '../contracts.labels'
import { sendSigned } from './contract.server'

type SignSheetProps = { contract: ContractDetail; locale: Locale; zone: string; file: string | null; /** whether this person may send files of the company */ files: boolean }

/** How a contract is signed until it can be signed here: its text, what to do with it, and where the copy is sent. */
export function SignSheet({ contract, locale, zone, file, files }: SignSheetProps) {
  return (
    <Sheet id="sign" padded title={say(contract.signedSentAt ? words.signed : words.sign, locale)}>
      {contract.signedSentAt ? (
        <div className="mb-4" role="status">
          <State tone="wait">{say(words.signedSent, locale, { when: humanDate(contract.signedSentAt, locale, zone) })}</State>
        </div>
      ) : (
        <ol className="mb-4 grid list-decimal gap-2.5 pl-5 text-md">
          <li>
            {say(file ? words.signStep1 : words.signNoFile, locale)}
            {file ? (
              <span className="mt-1.5 block">
                <LinkButton download href={`${file}?save=1`} icon={<Download />} tone="primary">
                  {say(words.downloadText, locale)}
                </LinkButton>
              </span>
            ) : null}
          </li>
          <li>{say(words.signStep2, locale)}</li>
          <li>{say(files ? words.signStep3 : words.signStep3Paper, locale)}</li>
        </ol>
      )}
      {files ? (
        <ActionForm action={sendSigned.bind(null, locale, contract.id)} className="grid gap-3" draft={`sign:${contract.id}`} emptied>
          <MessageInput attach={attachWords(locale)} label={say(words.signNote, locale)} name="note" />
          <div>
            <SubmitButton>{say(contract.signedSentAt ? words.sendSignedAgain : words.sendSigned, locale)}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </Sheet>
  )
}
