import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { HomeCards } from '@/app/(cabinet)/_home/HomeCards'
import type { ShownCard } from '@/src/mechanisms/home/defineHomeCard'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined, refresh: () => undefined }) }))

const card = <Kind extends ShownCard['view']>(view: Kind, data: ShownCard<Kind>['data']): ShownCard =>
  ({
    key: `test.${view}`,
    label: { ru: `Карточка ${view}`, en: `Card ${view}` },
    place: 'main',
    view,
    data,
  }) as ShownCard

const cards: ShownCard[] = [
  card('list', {
    columns: { name: { ru: 'Номер', en: 'Number' }, state: { ru: 'Состояние', en: 'State' } },
    rows: [
      {
        key: '1',
        href: '/things/1',
        name: 'К-1',
        at: '2026-11-24T09:00:00.000Z',
        state: { label: 'Собирается', tone: 'run', steps: { done: 2, all: 5 } },
        sum: { amount: 777_00, currency: 'RUB' },
      },
    ],
    link: { href: '/things', label: 'Все вещи' },
    empty: { title: 'Пусто' },
    freshAt: '2026-11-24T09:00:00.000Z',
  }),
  card('balance', {
    amount: -48_210_00,
    currency: 'RUB',
    limit: null,
    links: [
      { href: '/closed?view=unpaid', label: 'Закрыто' },
      { href: '/open', label: 'Открыто' },
    ],
  }),
  card('facts', { facts: [{ term: 'Договор 54/25', value: { amount: 75_000_00, currency: 'RUB' } }] }),
  card('person', {
    name: 'Анна Воронова',
    position: 'Ведущий менеджер',
    note: 'до 18:00',
    phone: null,
    email: 'anna@example.com',
    photo: null,
    write: '/closed',
  }),
  card('files', {
    files: [
      {
        key: '1',
        href: '/papers/1',
        file: '/papers/1/file',
        name: 'Счёт № 1',
        date: '2026-11-24',
        mime: 'application/pdf',
        size: 240_000,
      },
      { key: '2', href: '/papers/2', file: null, name: 'Счёт № 2', date: '2026-11-24', mime: null, size: null },
    ],
  }),
]

const draw = (locale: 'ru' | 'en', shown = cards): string => {
  const href = (path: string): string => `${locale === 'en' ? '/en' : ''}${path}`
  return renderToStaticMarkup(
    <HomeCards
      cards={shown}
      href={href}
      linkTo={(path) => (path.startsWith('/closed') ? null : href(path))}
      locale={locale}
      zone="Europe/Moscow"
    />,
  ).replace(/[\u00a0\u2009\u202f]/g, ' ')
}

describe('the cards of the home page', () => {
  it('are drawn by the kind of their view, in the language of the page', () => {
    for (const { view } of cards) {
      expect(draw('ru')).toContain(`Карточка ${view}`)
      expect(draw('en')).toContain(`Card ${view}`)
    }
    const html = draw('en')
    for (const at of ['/en/things/1', '/en/things', '/en/open', '/en/papers/1/file?save=1', '/en/papers/2'])
      expect([at, html.includes(`href="${at}"`)]).toEqual([at, true])
    expect(html).toMatch(/240\s?kB/)
    expect(html).toContain('no file yet')
    expect(html).toContain('mailto:anna@example.com')
  })

  it('lead nowhere that the person may not go', () => {
    const html = draw('ru')
    expect(html).toContain('Открыто')
    expect(html).not.toContain('Закрыто')
    expect(html).not.toContain('/closed')
  })

  it('show of a list the columns that it names', () => {
    const html = draw('ru')
    expect(html).toContain('Собирается')
    expect(html).not.toContain('777')
  })
})
