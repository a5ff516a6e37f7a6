import type { OrderPage } from '@/collections/sales/orders/order.page'
import { say, type Locale } from '@/src/lib/i18n'
import { SubmitButton } from '@/src/ui/base/SubmitButton'
import { Dialog, DialogButton } from '@/src/ui/feedback/Dialog'
import { ActionForm } from '@/src/ui/form/ActionForm'
import { Textarea } from '@/src/ui/form/Textarea'
import { withdraw } from './order.server'
import { orderPage as words } from './order.labels'

const ID = 'withdraw-order'

/** Taking an order back: below everything else, and asked about, for nobody can bring it back alone. */
export function WithdrawOrder({ order, locale }: { order: OrderPage; locale: Locale }) {
  return (
    <div className="no-print">
      <DialogButton opens={ID} tone="flat">
        {say(words.cancel, locale)}
      </DialogButton>
      <Dialog id={ID} locale={locale} title={say(words.cancelAsk, locale, { number: order.number })}>
        <ActionForm action={withdraw.bind(null, locale, order.id)} className="grid gap-4">
          <p className="text-md text-ink-2">{say(words.cancelText, locale)}</p>
          <Textarea label={say(words.cancelWhy, locale)} maxLength={1_000} name="comment" optional={say(words.optional, locale)} rows={3} />
          <div className="flex flex-wrap justify-end gap-2">
            <DialogButton closes={ID}>{say(words.keep, locale)}</DialogButton>
            <SubmitButton tone="danger">{say(words.cancel, locale)}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </div>
  )
}
