import { defineLabels } from '@/src/lib/i18n'

/** Words of what is done with several orders at once. */
export const orderWorkplaceList = defineLabels({
  manager: { ru: 'Менеджер', en: 'Manager' },
  whom: { ru: 'Кому передать клиентов этих заказов', en: 'Who gets the clients of these orders' },
  theirsAlready: { ru: 'клиент уже у этого менеджера', en: 'the client is this manager’s already' },
  given: {
    ru: '{count, plural, one {Передан клиент # заказа} other {Переданы клиенты # заказов}}',
    en: 'Given away: the clients of {count, plural, one {# order} other {# orders}}',
  },
  branch: { ru: 'Какой филиал исполнит заказы', en: 'Which branch carries the orders out' },
  branchSet: {
    ru: 'Филиал выбран у {count, plural, one {# заказа} other {# заказов}}',
    en: 'The branch is set for {count, plural, one {# order} other {# orders}}',
  },
  moved: {
    ru: 'Состояние изменено у {count, plural, one {# заказа} other {# заказов}}',
    en: 'The state is changed for {count, plural, one {# order} other {# orders}}',
  },
})
