import { defineLabels } from '@/src/lib/i18n'

/** Words of a product's page in the panel. */
export const productPaneLabels = defineLabels({
  seen: { ru: 'Посмотреть в кабинете', en: 'See it in the cabinet' },
  shown: { ru: 'Показывается клиентам', en: 'Shown to clients' },
  notShown: { ru: 'Не показывается клиентам', en: 'Not shown to clients' },
  hide: { ru: 'Скрыть', en: 'Hide' },
  show: { ru: 'Показать', en: 'Show' },
  why: {
    byHand: {
      ru: 'Скрыт вручную: 1С его не вернёт, пока его не покажет сотрудник.',
      en: 'Hidden by hand: 1C does not bring it back until an employee shows it.',
    },
    byErp: { ru: '1С сняла товар с продажи.', en: '1C has taken it off sale.' },
    off: { ru: 'Товар выключен.', en: 'The product is switched off.' },
    nothingSold: {
      ru: 'Нет ни одного действующего предложения: положить в корзину нечего.',
      en: 'It has no offer in force: there is nothing to put into the cart.',
    },
    noPrice: {
      ru: 'Нет действующей цены: клиент увидит «Цена по запросу».',
      en: 'It has no price in force: the client sees “Price on request”.',
    },
    noGroup: {
      ru: 'Товар не в разделе: он стоит среди «Без раздела».',
      en: 'It is in no section: it stands among “No section”.',
    },
    hiddenGroup: {
      ru: 'Раздел «{group}» скрыт: товар стоит в разделе «{home}».',
      en: 'The section “{group}” is hidden: the product stands in “{home}”.',
    },
    hiddenBranch: {
      ru: 'Раздел «{group}» скрыт: товар стоит среди «Без раздела».',
      en: 'The section “{group}” is hidden: the product stands among “No section”.',
    },
  },
  synced: { ru: 'Получено из 1С', en: 'Received from 1C' },
  without: { ru: 'Без НДС', en: 'Without VAT' },
  noSection: { ru: 'Без раздела', en: 'No section' },
  offers: { ru: 'Предложения', en: 'Offers' },
  offer: { ru: 'Предложение', en: 'Offer' },
  traits: { ru: 'Характеристики', en: 'Characteristics' },
  state: { ru: 'Состояние', en: 'State' },
  sold: { ru: 'продаётся', en: 'on sale' },
  hidden: { ru: 'скрыто вручную', en: 'hidden by hand' },
  ended: { ru: 'снято с продажи', en: 'off sale' },
  prices: { ru: 'Цены', en: 'Prices' },
  from: { ru: 'От количества', en: 'From quantity' },
  any: { ru: 'любое', en: 'any' },
  upTo: { ru: 'до {to}', en: 'up to {to}' },
  per: { ru: 'за {per}', en: 'for {per}' },
  notInForce: { ru: 'не действует', en: 'not in force' },
  noPrices: { ru: 'Цен нет.', en: 'There are no prices.' },
  stocks: { ru: 'Остатки', en: 'Stock' },
  whole: { ru: 'Всего', en: 'In all' },
  closed: { ru: '{name} (закрыт)', en: '{name} (closed)' },
  expected: { ru: 'ожидается {day}', en: 'expected on {day}' },
  properties: { ru: 'Свойства', en: 'Properties' },
  property: { ru: 'Свойство', en: 'Property' },
  value: { ru: 'Значение', en: 'Value' },
  neighbours: { ru: 'Рядом в каталоге', en: 'Beside it in the catalogue' },
  product: { ru: 'Товар', en: 'Product' },
})
