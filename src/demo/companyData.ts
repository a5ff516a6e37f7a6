export type CompanyKey = 'stroygrad' | 'service' | 'partner' | 'fasad' | 'monolit' | 'krovlya' | 'zakharov' | 'most'

export type CompanyData = {
  key: CompanyKey
  kind: 'legal' | 'entrepreneur'
  name: string
  legalName: string
  manager: 'manager' | 'manager2'
  branch: 0 | 1 | 2
  partner?: CompanyKey
  prices: 'retail' | 'wholesale' | 'contract'
  /** minor units */
  creditLimit: number
  address: string
  phone: string
  /** Who signs its contracts, in full. */
  signer?: string
  /** One who is called, and in what post. */
  contact: { name: string; position: string }
}

/** Clients of the demo: two companies of one owner, a partner with three sub-clients, an entrepreneur, a large builder. */
export const companyData: readonly CompanyData[] = [
  {
    key: 'stroygrad',
    kind: 'legal',
    name: 'ООО «Стройград»',
    legalName: 'Общество с ограниченной ответственностью «Стройград»',
    manager: 'manager',
    branch: 0,
    prices: 'contract',
    creditLimit: 600_000_00,
    address: '141006, Московская обл., г. Мытищи, ул. Колпакова, д. 2',
    phone: '+74955552010',
    signer: 'Крылов Олег Викторович',
    contact: { name: 'Олег Крылов', position: 'Генеральный директор' },
  },
  {
    key: 'service',
    kind: 'legal',
    name: 'ООО «Стройград-Сервис»',
    legalName: 'Общество с ограниченной ответственностью «Стройград-Сервис»',
    manager: 'manager',
    branch: 0,
    prices: 'wholesale',
    creditLimit: 150_000_00,
    address: '141006, Московская обл., г. Мытищи, ул. Колпакова, д. 2, оф. 14',
    phone: '+74955552011',
    contact: { name: 'Светлана Рощина', position: 'Исполнительный директор' },
  },
  {
    key: 'partner',
    kind: 'legal',
    name: 'ТД «Крепёжный двор»',
    legalName: 'Общество с ограниченной ответственностью «Торговый дом „Крепёжный двор“»',
    manager: 'manager2',
    branch: 1,
    prices: 'contract',
    creditLimit: 900_000_00,
    address: '142100, Московская обл., г. Подольск, ул. Комсомольская, д. 1',
    phone: '+74955552020',
    contact: { name: 'Роман Беляев', position: 'Коммерческий директор' },
  },
  {
    key: 'fasad',
    kind: 'legal',
    name: 'ООО «Фасад-Монтаж»',
    legalName: 'Общество с ограниченной ответственностью «Фасад-Монтаж»',
    manager: 'manager2',
    branch: 1,
    partner: 'partner',
    prices: 'wholesale',
    creditLimit: 200_000_00,
    address: '142100, Московская обл., г. Подольск, пр-т Ленина, д. 107',
    phone: '+74955552031',
    contact: { name: 'Денис Горюнов', position: 'Снабженец' },
  },
  {
    key: 'monolit',
    kind: 'legal',
    name: 'ООО «Монолит-Юг»',
    legalName: 'Общество с ограниченной ответственностью «Монолит-Юг»',
    manager: 'manager2',
    branch: 1,
    partner: 'partner',
    prices: 'wholesale',
    creditLimit: 200_000_00,
    address: '142207, Московская обл., г. Серпухов, Борисовское ш., д. 5',
    phone: '+74955552032',
    contact: { name: 'Ирина Костина', position: 'Начальник отдела снабжения' },
  },
  {
    key: 'krovlya',
    kind: 'legal',
    name: 'ООО «Кровля и Ко»',
    legalName: 'Общество с ограниченной ответственностью «Кровля и Ко»',
    manager: 'manager2',
    branch: 2,
    partner: 'partner',
    prices: 'retail',
    creditLimit: 0,
    address: '420066, г. Казань, пр-т Ямашева, д. 36',
    phone: '+78435552033',
    contact: { name: 'Рустам Галиев', position: 'Директор' },
  },
  {
    key: 'zakharov',
    kind: 'entrepreneur',
    name: 'ИП Захаров Н. П.',
    legalName: 'Индивидуальный предприниматель Захаров Николай Петрович',
    manager: 'manager',
    branch: 2,
    prices: 'wholesale',
    creditLimit: 50_000_00,
    address: '420021, г. Казань, ул. Тукая, д. 115',
    phone: '+78435552040',
    contact: { name: 'Николай Захаров', position: 'Предприниматель' },
  },
  {
    key: 'most',
    kind: 'legal',
    name: 'АО «Мостоотряд-17»',
    legalName: 'Акционерное общество «Мостоотряд-17»',
    manager: 'manager',
    branch: 0,
    prices: 'contract',
    creditLimit: 1_500_000_00,
    address: '125412, г. Москва, ул. Ангарская, д. 6',
    phone: '+74955552050',
    contact: { name: 'Вера Панина', position: 'Ведущий специалист по закупкам' },
  },
]
