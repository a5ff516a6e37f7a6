import { Download } from '@/src/ui/icon/icons'
import type { ContractDetail } from '@/collections/contracts/contracts/contract.queries'
import { humanDate } from '@/src/lib/dates'
import { say, type Locale } from '@/src/lib/i18n'
import type { TransitionBar } from '@/src/mechanisms/workflow/transitionBar'
import { LinkButton } from '@/src/ui/base/LinkButton'
import { Sheet } from '@/src/ui/base/Sheet'
import { State } from '@/src/ui/base/State'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { TransitionForm } from '../../../_transitions/TransitionForm'
import { contractsPage as words } from '@/collections/contracts/contracts/contract.page.labels'

type SignSheetProps = {
  contract: ContractDetail
  bar: TransitionBar
  locale: Locale
  zone: string
  file: string | null
  /** whether this person may send files of the company */ files: boolean
}

/** How a contract is signed until it can be signed here: its text, what to do with it, and where the copy is sent. */
export function SignSheet({ contract, bar, locale, zone, file, files }: SignSheetProps) {
  const way = bar.options.find(({ name }) => name === 'sendSigned')
  return (
    <Sheet id="sign" padded title={say(contract.signedSentAt ? words.signed : words.sign, locale)}>
      {contract.signedSentAt ? (
        <div className="mb-4" role="status">
          <State tone="wait">
            {say(words.signedSent, locale, { when: humanDate(contract.signedSentAt, locale, zone) })}
          </State>
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
      {files && way ? (
        <TransitionForm bar={bar} locale={locale} option={way}>
          <div>
            <SubmitButton>{contract.signedSentAt ? say(words.sendSignedAgain, locale) : way.label}</SubmitButton>
          </div>
        </TransitionForm>
      ) : null}
    </Sheet>
  )
}
