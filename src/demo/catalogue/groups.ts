import { slugify } from '@/src/lib/translit'
import { insertRow } from '@/src/mechanisms/database/insertRows'
import type { Runner } from '@/src/mechanisms/database/query'
import { passport, type Source } from '../passport'
import type { GroupKey } from './family'

const tree: ReadonlyArray<{ name: string; inside: ReadonlyArray<{ key: GroupKey; name: string }> }> = [
  {
    name: 'Метрический крепёж',
    inside: [
      { key: 'bolts', name: 'Болты' },
      { key: 'nuts', name: 'Гайки' },
      { key: 'studs', name: 'Шпильки' },
      { key: 'washers', name: 'Шайбы' },
    ],
  },
  {
    name: 'Анкеры и дюбели',
    inside: [
      { key: 'anchors', name: 'Анкеры' },
      { key: 'dowels', name: 'Дюбели' },
    ],
  },
  {
    name: 'Саморезы',
    inside: [
      { key: 'roofing', name: 'Кровельные' },
      { key: 'screws', name: 'По дереву' },
    ],
  },
  {
    name: 'Сварка',
    inside: [
      { key: 'electrodes', name: 'Электроды' },
      { key: 'wire', name: 'Проволока' },
    ],
  },
  {
    name: 'Инструмент',
    inside: [
      { key: 'abrasives', name: 'Отрезные круги' },
      { key: 'drills', name: 'Свёрла и буры' },
      { key: 'hand', name: 'Ручной инструмент' },
    ],
  },
  {
    name: 'Такелаж',
    inside: [
      { key: 'shackles', name: 'Скобы и талрепы' },
      { key: 'ropes', name: 'Канаты и цепи' },
      { key: 'slings', name: 'Стропы' },
    ],
  },
  { name: 'Средства защиты', inside: [{ key: 'safety', name: 'Перчатки и каски' }] },
]

/** The classifier: sections with groups inside; the order is the company's, not the alphabet's. */
export async function seedGroups(db: Runner, source: Source): Promise<Record<GroupKey, string>> {
  const ids: Partial<Record<GroupKey, string>> = {}
  for (const [sort, section] of tree.entries()) {
    const slug = slugify(section.name)
    const parentId = await insertRow(db, 'groups', {
      name: section.name,
      slug,
      parentId: null,
      path: slug,
      depth: 0,
      sort: sort + 1,
      active: true,
      ...passport(source, 'group', slug),
    })
    for (const [place, { key, name }] of section.inside.entries()) {
      const own = `${slug}-${slugify(name)}`
      ids[key] = await insertRow(db, 'groups', {
        name,
        slug: own,
        parentId,
        path: `${slug}/${slugify(name)}`,
        depth: 1,
        sort: place + 1,
        active: true,
        ...passport(source, 'group', own),
      })
    }
  }
  return ids as Record<GroupKey, string>
}
