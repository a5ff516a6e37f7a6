import { defineLabels } from '@/src/lib/i18n'

export const lettersPage = defineLabels({
  title: { ru: 'Письма демо-кабинета', en: 'Letters of the demo' },
  sub: { ru: 'никуда не отправлены, лежат здесь', en: 'not sent anywhere, kept here' },
  empty: { ru: 'Писем пока нет', en: 'No letters yet' },
  emptyText: {
    ru: 'Подтвердите заказ в панели или зарегистрируйтесь, и письмо появится здесь.',
    en: 'Confirm an order in the panel or register, and the letter will be here.',
  },
  back: { ru: 'Все письма', en: 'All letters' },
  to: { ru: 'Кому', en: 'To' },
})
