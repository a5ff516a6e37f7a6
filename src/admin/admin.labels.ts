import { defineLabels } from '@/src/lib/i18n'

/** Words of the panel's own views. */
export const adminLabels = defineLabels({
  noSuchPage: { ru: 'Такой страницы нет', en: 'There is no such page' },
  andMore: { ru: 'и ещё {count}', en: 'and {count} more' },
  nav: {
    today: { ru: 'Сегодня', en: 'Today' },
    work: { ru: 'Работа', en: 'Work' },
  },
  palette: {
    find: { ru: 'Найти', en: 'Find' },
    placeholder: { ru: 'Заказ, клиент, документ, товар', en: 'Order, client, document, product' },
    nothing: {
      ru: 'Ничего не нашли. Попробуйте часть номера или имени.',
      en: 'Nothing found. Try a part of a number or a name.',
    },
    close: { ru: 'Закрыть', en: 'Close' },
  },
  data: {
    name: { ru: 'Название', en: 'Name' },
    remove: { ru: 'Убрать', en: 'Remove' },
    add: { ru: 'Добавить свойство', en: 'Add a property' },
  },
  denied: {
    title: { ru: 'Сюда вам нельзя', en: 'This is not for you' },
    text: {
      ru: 'Эта страница закрыта для вашей роли. Если она нужна, попросите администратора.',
      en: 'This page is closed to your role. Ask an administrator if you need it.',
    },
    home: { ru: 'На главную', en: 'To the start page' },
  },
  origin: {
    erp: { ru: '1С', en: '1C' },
    erpTitle: {
      ru: 'Присылает 1С: при следующем обмене запишется заново',
      en: 'Sent by 1C: the next exchange writes it again',
    },
    own: { ru: 'Своё', en: 'Own' },
    ownTitle: {
      ru: 'Изменено на портале: обмен с 1С этого не трогает',
      en: 'Changed on the portal: the exchange with 1C leaves it alone',
    },
    back: { ru: 'Вернуть из 1С', en: 'Give back to 1C' },
  },
  cancel: { ru: 'Не отменять', en: 'Keep it' },
  done: { ru: 'Готово', en: 'Done' },
  back: { ru: 'Закрыть', en: 'Close' },
  failed: { ru: 'Не получилось. Попробуйте ещё раз.', en: 'It did not work. Please try again.' },
})
