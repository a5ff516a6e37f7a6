import { say, type Locale } from '@/src/lib/i18n'
import type { NavArea, ShellData, Theme } from '@/src/ui/shell/shellData'
import { both } from './t'

const nothing = async (): Promise<void> => undefined

const SERVICES: [string, [string, string][]][] = [
  [
    'Логистика|Logistics',
    [
      ['Доставка', 'Delivery'],
      ['Пропуска', 'Passes'],
      ['Возвраты', 'Returns'],
    ],
  ],
  [
    'Сервис|Service',
    [
      ['Рекламации', 'Claims'],
      ['Ремонт', 'Repairs'],
      ['Обучение', 'Training'],
    ],
  ],
  [
    'Участие|Take part',
    [
      ['Тендеры', 'Tenders'],
      ['Бонусы', 'Rewards'],
      ['Опросы', 'Surveys'],
    ],
  ],
]

export function galleryShell(locale: Locale, theme: Theme): ShellData {
  const t = (ru: string, en: string) => say(both(ru, en), locale)
  const services: NavArea['groups'] = SERVICES.map(([title, pages]) => ({
    title: title.split('|')[locale === 'ru' ? 0 : 1] ?? '',
    pages: pages.map(([ru, en]) => ({ href: `/services/${en.toLowerCase()}`, label: t(ru, en) })),
  }))
  return {
    locale,
    theme,
    prefixes: { ru: '/ru', en: '/en' },
    brand: { name: t('Снабкомплект', 'Snabkomplekt'), href: '/', hue: 262 },
    person: { name: t('Олег Крылов', 'Oleg Krylov'), role: t('Снабженец', 'Buyer') },
    companies: [
      {
        id: '1',
        name: t('ООО «Стройград»', 'Stroygrad LLC'),
        note: t('ИНН 5029 18234 1', 'INN 5029 18234 1'),
        current: true,
      },
      {
        id: '2',
        name: t('АО «Северный мост»', 'Severny Most JSC'),
        note: t('ИНН 7707 08389 3', 'INN 7707 08389 3'),
        current: false,
      },
    ],
    areas: [
      { key: 'home', label: t('Главная', 'Home'), href: '/', icon: 'home', phone: true, exact: true },
      { key: 'catalogue', label: t('Каталог', 'Catalogue'), href: '/catalogue', icon: 'catalogue', phone: true },
      { key: 'orders', label: t('Заказы', 'Orders'), href: '/orders', icon: 'orders', phone: true },
      { key: 'documents', label: t('Документы', 'Documents'), href: '/documents', icon: 'documents', phone: true },
      { key: 'money', label: t('Расчёты', 'Payments'), href: '/money', icon: 'money' },
      { key: 'requests', label: t('Заявки', 'Requests'), href: '/requests', icon: 'requests', count: 3 },
      { key: 'services', label: t('Сервисы', 'Services'), href: '/services', icon: 'services', groups: services },
      { key: 'company', label: t('Компания', 'Company'), href: '/company', icon: 'company' },
    ],
    commands: [
      { href: '/orders/new', label: t('Новый заказ', 'New order') },
      { href: '/documents/reconciliation', label: t('Запросить акт сверки', 'Request a reconciliation') },
    ],
    unread: 4,
    cart: { href: '/cart', count: 14 },
    urls: { profile: '/profile', notifications: '/notifications', siteMap: '/map', search: '/search.json', live: null },
    flash: null,
    freshness: { words: t('Данные из 1С на 10:42', 'Data from 1C at 10:42'), is: 'good' },
    switchCompany: nothing,
    logout: nothing,
  }
}
