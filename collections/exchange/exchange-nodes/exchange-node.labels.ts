import { defineLabels } from '@/src/lib/i18n'

/** Every word a person reads about exchange nodes. */
export const exchangeNodeLabels = defineLabels({
  one: { ru: 'Узел обмена', en: 'Exchange node' },
  many: { ru: 'Узлы обмена', en: 'Exchange nodes' },
  group: { ru: 'Обмен с 1С', en: 'Exchange with 1C' },
  about: {
    ru: 'Базы 1С, которым разрешён обмен. Добавьте узел, задайте пароль и впишите адрес с логином в настройки обмена 1С.',
    en: '1C databases that may exchange. Add a node, set a password and put the address and the login into 1C.',
  },
  hints: {
    sameBaseAs: {
      ru: 'Выберите, если этот узел — ещё одна дорога той же базы, например REST рядом с обменом CommerceML: идентификаторы у них общие. Не выбрано — база другая: её записи не смешаются с чужими, даже если идентификаторы совпадут. Меняется, пока узел не передал ни одной записи.',
      en: 'Choose a node if this one is another road of the same database, REST beside CommerceML for example: their identifiers are common. None means another database: its records never mix with those of others, even under equal identifiers. Can be changed until the node has sent a record.',
    },
    source: {
      ru: 'С этой меткой портал хранит идентификаторы базы: «метка::идентификатор». Самой 1С они передаются без неё.',
      en: 'The portal keeps the identifiers of the database under this mark: “mark::identifier”. 1C itself is given them without it.',
    },
    addresses: {
      ru: 'IP-адреса или сети (10.1.0.0/16), с которых приходит 1С; пусто — с любых. Каждый завершите клавишей Enter.',
      en: 'IP addresses or networks (10.1.0.0/16) that 1C comes from; empty means any. End each with Enter.',
    },
  },
  fields: {
    name: { ru: 'Название', en: 'Name' },
    login: { ru: 'Логин', en: 'Login' },
    password: { ru: 'Новый пароль', en: 'New password' },
    token: { ru: 'Токен для REST', en: 'Token for REST' },
    secretHash: { ru: 'Пароль (хеш)', en: 'Password (hash)' },
    tokenHash: { ru: 'Токен (хеш)', en: 'Token (hash)' },
    address: { ru: 'Адрес для 1С', en: 'Address for 1C' },
    active: { ru: 'Обмен включён', en: 'Exchange is on' },
    entities: { ru: 'Что разрешено', en: 'Allowed' },
    sameBaseAs: { ru: 'Та же база, что у узла', en: 'Same database as the node' },
    source: { ru: 'Метка базы', en: 'Mark of the database' },
    addresses: { ru: 'Разрешённые адреса', en: 'Allowed addresses' },
    zip: { ru: 'Принимать архивом', en: 'Accept zip' },
    timezone: { ru: 'Часовой пояс 1С', en: 'Time zone of 1C' },
    anew: { ru: 'Данные этого узла', en: 'Data of this node' },
    lastSeenAt: { ru: 'Последнее обращение', en: 'Last call' },
  },
  nothingAllowed: {
    ru: 'Отметьте хотя бы один раздел: без них 1С не войдёт и ничего не передаст',
    en: 'Tick at least one part: without any, 1C can neither sign in nor send anything',
  },
  nameTaken: { ru: 'Узел с таким названием уже есть', en: 'There is a node of this name already' },
  sourceSettled: {
    ru: 'Узел уже передал записи: под идентификаторами другой базы портал перестал бы их узнавать. Для другой базы добавьте новый узел.',
    en: 'The node has sent records already: under the identifiers of another database the portal would not recognise them. Add a new node for another database.',
  },
  addressWrong: {
    ru: '«{entry}» — не IP-адрес и не сеть. Пример: 203.0.113.7 или 10.1.0.0/16',
    en: '“{entry}” is neither an IP address nor a network. For example: 203.0.113.7 or 10.1.0.0/16',
  },
  loginWrong: {
    ru: 'В логине не должно быть двоеточия и пробелов по краям: 1С с таким не войдёт',
    en: 'A login has no colon and no spaces around it: 1C could not sign in with it',
  },
  passwordShort: { ru: 'Не короче 12 знаков', en: 'At least 12 characters' },
  options: {
    entities: {
      catalogue: { ru: 'Каталог, цены, остатки', en: 'Catalogue, prices, stock' },
      orders: { ru: 'Заказы', en: 'Orders' },
      clients: { ru: 'Клиенты и контакты', en: 'Clients and contacts' },
      contracts: { ru: 'Договоры и графики', en: 'Contracts and schedules' },
      money: { ru: 'Балансы и долги', en: 'Balances and debts' },
      documents: { ru: 'Документы', en: 'Documents' },
    },
  },
})
