import { sizes, type Family } from './family'

const load = (size: string): Record<string, string> => ({
  Грузоподъёмность: size.split(' ')[0] === size ? size : size.replace(/×.*/, ''),
})
const diameter = (size: string): Record<string, string> => ({ Диаметр: `${size.replace('∅', '')} мм` })

/** Shackles, ropes, chains, slings. */
export const rigging: readonly Family[] = [
  {
    group: 'shackles',
    icon: 'shackle',
    brand: 'Крафт-Подъём',
    unit: 'шт',
    pack: 10,
    name: 'Скоба омегообразная G2130',
    tail: '',
    prefix: 'СО-',
    description: 'Болт с гайкой и шплинтом; клеймо грузоподъёмности на теле скобы, паспорт в комплекте.',
    properties: { Стандарт: 'G2130', Покрытие: 'горячий цинк' },
    items: sizes(
      `2 т|2|286
3,25 т|325|398
4,75 т|475|574
8,5 т|850|1148`,
      load,
    ),
  },
  {
    group: 'shackles',
    icon: 'turnbuckle',
    brand: 'Крафт-Подъём',
    unit: 'шт',
    pack: 10,
    name: 'Талреп крюк-кольцо',
    tail: 'DIN 1480',
    prefix: 'ТЛ-',
    description: 'Натягивает трос и растяжку без узлов. Контргайки — отдельно.',
    properties: { Стандарт: 'DIN 1480', Покрытие: 'цинк' },
    items: sizes(
      `М8|8|112
М10|10|158
М12|12|217
М16|16|394`,
      (size) => ({ Диаметр: size }),
    ),
  },
  {
    group: 'ropes',
    icon: 'rope',
    brand: 'Северсталь-метиз',
    unit: 'м',
    pack: 100,
    name: 'Канат стальной',
    tail: 'DIN 3055',
    prefix: 'КН-',
    description: 'Свивка 6×7 с органическим сердечником. Отпускаем от одного метра, бухта — 100 м.',
    properties: { Стандарт: 'DIN 3055', Покрытие: 'цинк' },
    items: sizes(
      `∅4|4|28.4
∅6|6|47.9
∅8|8|83.6
∅10|10|126.5`,
      diameter,
    ),
  },
  {
    group: 'ropes',
    icon: 'chain',
    brand: 'Северсталь-метиз',
    unit: 'м',
    pack: 30,
    name: 'Цепь короткозвенная',
    tail: 'DIN 766',
    prefix: 'ЦП-',
    description: 'Калиброванная цепь для талей и подвесов. Отпускаем метрами.',
    properties: { Стандарт: 'DIN 766', Покрытие: 'цинк' },
    items: sizes(
      `∅6|6|268
∅8|8|462
∅10|10|718`,
      diameter,
    ),
  },
  {
    group: 'slings',
    icon: 'sling',
    brand: 'Крафт-Подъём',
    unit: 'шт',
    pack: 5,
    name: 'Строп текстильный петлевой',
    tail: 'СТП',
    prefix: 'СТП-',
    description: 'Полиэстеровая лента с усиленными петлями, запас прочности 7:1, бирка и паспорт.',
    properties: { Материал: 'полиэстер' },
    items: sizes(
      `1 т×2 м|1-2|248
2 т×3 м|2-3|517
3 т×4 м|3-4|936
5 т×4 м|5-4|1684`,
      (size) => ({ Грузоподъёмность: size.split('×')[0] ?? size, Длина: size.split('×')[1] ?? '' }),
    ),
  },
]
