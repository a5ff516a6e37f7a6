import { defineLabels } from '@/src/lib/i18n'

/** Words of what is done with several clients at once. */
export const companyWorkplaceList = defineLabels({
  manager: { ru: 'Менеджер', en: 'Manager' },
  toManager: { ru: 'Кому передать клиентов', en: 'Who gets the clients' },
  byDefault: { ru: '{name} (новые клиенты)', en: '{name} (new clients)' },
  theirsAlready: { ru: 'клиент уже у этого менеджера', en: 'the client is this manager’s already' },
  given: {
    ru: '{count, plural, one {Передан # клиент} few {Переданы # клиента} many {Передано # клиентов} other {Передано # клиента}}',
    en: '{count, plural, one {# client is} other {# clients are}} given away',
  },
  branches: { ru: 'Филиалы', en: 'Branches' },
  toBranches: { ru: 'В какие филиалы записать', en: 'Which branches they belong to' },
  put: {
    ru: 'Филиалы записаны у {count, plural, one {# клиента} other {# клиентов}}',
    en: 'The branches are set for {count, plural, one {# client} other {# clients}}',
  },
})
