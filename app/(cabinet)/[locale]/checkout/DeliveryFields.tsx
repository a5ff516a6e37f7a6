import type { CheckoutChoices } from '@/collections/sales/orders/checkout.queries'
import { say, type Locale } from '@/src/lib/i18n'
import { RadioCards } from '@/src/ui/form/RadioCards'
import { Select } from '@/src/ui/form/Select'
import { AddressField } from './AddressField'
import { checkoutPage as words } from './checkout.labels'
import { chosenId } from './chosen'

/** Pickup with its warehouse, or delivery with its address: the style sheet shows the one that is chosen. */
export function DeliveryFields({ choices, locale }: { choices: CheckoutChoices; locale: Locale }) {
  const { warehouses, addresses, last } = choices
  const method = last?.deliveryMethod ?? (warehouses.length > 0 ? 'pickup' : 'delivery')
  return (
    <>
      <RadioCards
        name="deliveryMethod"
        legend={say(words.delivery, locale)}
        value={method}
        cards={[
          { value: 'pickup', label: say(words.pickup, locale), note: say(words.pickupNote, locale) },
          { value: 'delivery', label: say(words.byUs, locale), note: say(words.byUsNote, locale) },
        ]}
      />
      {warehouses.length > 0 ? (
        <div className="group-has-[input[value=delivery]:checked]/checkout:hidden">
          <Select
            name="warehouse"
            label={say(words.warehouse, locale)}
            defaultValue={chosenId(warehouses, last?.warehouse)}
            placeholder={warehouses.length > 1 ? say(words.chooseWarehouse, locale) : undefined}
            options={warehouses.map(({ id, name, address }) => ({
              value: id,
              label: address ? `${name}, ${address}` : name,
            }))}
          />
        </div>
      ) : null}
      <div className="group-has-[input[value=pickup]:checked]/checkout:hidden">
        <AddressField
          addresses={addresses}
          initial={last?.deliveryAddress ?? (addresses.length === 1 ? addresses[0] : undefined) ?? ''}
          words={{
            label: say(words.address, locale),
            help: say(words.addressHelp, locale),
            known: say(words.known, locale),
          }}
        />
      </div>
    </>
  )
}
