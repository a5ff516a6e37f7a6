import { sizes, type Family } from './family'

const body = (size: string): Record<string, string> => {
  const [diameter, length] = size.split('×')
  return {
    ...(diameter ? { Диаметр: /\d$/.test(diameter) && !diameter.startsWith('М') ? `${diameter} мм` : diameter } : {}),
    ...(length ? { Длина: `${length} мм` } : {}),
  }
}

/** Anchors, dowels, screws. */
export const fixings: readonly Family[] = [
  {
    group: 'anchors',
    icon: 'wedge',
    brand: 'Sormat',
    unit: 'шт',
    pack: 25,
    name: 'Анкер клиновой',
    tail: '',
    prefix: 'АН-',
    description:
      'Распорный анкер для бетона B25 и плотного камня. Забивается через деталь, зажимается гайкой; нагружать можно сразу.',
    properties: { Основание: 'бетон B25', Покрытие: 'цинк' },
    items: sizes(
      `М8×75|0875|16.4
М8×95|0895|18.9
М10×95|1095|26.7
М10×120|10120|31.5
М12×100|12100|38.2
М12×140|12140|47.6
М16×110|16110|59.3
М16×140|16140|68.3
М16×180|16180|84.9
М20×160|20160|142.5`,
      body,
    ),
  },
  {
    group: 'anchors',
    icon: 'sleeve',
    brand: 'Tech-Krep',
    unit: 'шт',
    pack: 50,
    name: 'Анкерный болт с гайкой',
    tail: '',
    prefix: 'АБ-',
    description: 'Гильза распирается по всей длине: держит в полнотелом кирпиче и бетоне.',
    properties: { Основание: 'бетон, кирпич', Покрытие: 'жёлтый цинк' },
    items: sizes(
      `8×40|840|7.3
8×65|865|9.4
10×77|1077|13.8
10×97|1097|16.5
12×99|1299|24.1
12×129|12129|29.9
16×111|16111|47.2
16×180|16180|66.8`,
      body,
    ),
  },
  {
    group: 'anchors',
    icon: 'drop',
    brand: 'Sormat',
    unit: 'шт',
    pack: 100,
    name: 'Анкер забивной',
    tail: 'латунный',
    prefix: 'АЗ-',
    description: 'Внутренняя метрическая резьба; распирается при ввёртывании болта. Для потолочных подвесов.',
    properties: { Основание: 'бетон', Материал: 'латунь' },
    items: sizes(
      `М6|6|8.6
М8|8|12.4
М10|10|19.7
М12|12|31.3`,
      body,
    ),
  },
  {
    group: 'dowels',
    icon: 'dowel',
    brand: 'Sormat',
    unit: 'шт',
    pack: 100,
    name: 'Дюбель рамный',
    tail: '',
    prefix: 'ДБ-',
    description: 'Для рам, брусков и обрешётки: проходит деталь насквозь, шуруп в комплекте.',
    properties: { Основание: 'бетон, кирпич, газобетон', Материал: 'нейлон' },
    items: sizes(
      `8×80|880|10.6
8×100|8100|12.3
10×100|10100|14.4
10×120|10120|16.2
10×160|10160|19.85
10×200|10200|26.7`,
      body,
    ),
  },
  {
    group: 'dowels',
    icon: 'dowel',
    brand: 'Tech-Krep',
    unit: 'уп',
    pack: 10,
    name: 'Дюбель-гвоздь',
    tail: 'потайной, 100 шт',
    prefix: 'ДГ-',
    description: 'Быстрый монтаж молотком: гвоздь распирает дюбель. Для профиля, плинтуса, кабель-канала.',
    properties: { Основание: 'бетон, кирпич', Материал: 'полипропилен' },
    items: sizes(
      `6×40|640|168
6×60|660|214
8×60|860|287
8×80|880|346
8×100|8100|398`,
      body,
    ),
  },
  {
    group: 'roofing',
    icon: 'roofing',
    brand: 'Daxmer',
    unit: 'шт',
    pack: 250,
    name: 'Саморез кровельный',
    tail: 'с шайбой EPDM',
    prefix: 'СК-',
    description: 'Сверлит лист и прогон сам; резиновая шайба держит воду. Цвет головки — в тон кровле.',
    properties: { Основание: 'металл до 2 мм, дерево' },
    items: sizes(
      `4,8×29|4829|2.4
4,8×35|4835|2.7
5,5×25|5525|3.3
5,5×51|5551|5.1`,
      body,
    ),
    variants: {
      name: 'Цвет',
      values: [
        { value: 'RAL 3005', code: '3005', factor: 1 },
        { value: 'RAL 7024', code: '7024', factor: 1 },
        { value: 'RAL 8017', code: '8017', factor: 1 },
        { value: 'цинк', code: 'Zn', factor: 0.82 },
      ],
    },
  },
  {
    group: 'screws',
    icon: 'screw',
    brand: 'Daxmer',
    unit: 'уп',
    pack: 20,
    name: 'Саморез по дереву',
    tail: 'жёлтый цинк, 200 шт',
    prefix: 'СД-',
    description: 'Потайная головка, шлиц PZ. Для бруса, фанеры, ОСП.',
    properties: { Основание: 'дерево', Шлиц: 'PZ2' },
    items: sizes(
      `4×40|440|196
4×60|460|262
5×60|560|341
5×80|580|438
6×100|6100|674`,
      body,
    ),
  },
]
