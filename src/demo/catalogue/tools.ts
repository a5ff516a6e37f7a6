import { sizes, type Family } from './family'

const diameter = (size: string): Record<string, string> => ({
  Диаметр: `${size.replace('∅', '').split('×')[0]?.trim()} мм`,
})
const number = (size: string): Record<string, string> => ({ Размер: size })

/** Welding, cutting, drilling, hand tools and protection. */
export const tools: readonly Family[] = [
  {
    group: 'electrodes',
    icon: 'electrode',
    brand: 'ЛЭЗ',
    unit: 'уп',
    pack: 4,
    name: 'Электроды МР-3С',
    tail: '5 кг',
    prefix: 'ЭЛ-МР3-',
    description: 'Рутиловое покрытие: лёгкий поджиг, сварка переменным и постоянным током во всех положениях.',
    properties: { Марка: 'МР-3С', Покрытие: 'рутиловое', Масса: '5 кг' },
    items: sizes(
      `∅2,5|25|1684
∅3|30|1617
∅4|40|1598`,
      diameter,
    ),
  },
  {
    group: 'electrodes',
    icon: 'electrode',
    brand: 'ЛЭЗ',
    unit: 'уп',
    pack: 4,
    name: 'Электроды УОНИ 13/55',
    tail: '5 кг',
    prefix: 'ЭЛ-УОНИ-',
    description: 'Основное покрытие для ответственных конструкций; перед работой прокалить.',
    properties: { Марка: 'УОНИ 13/55', Покрытие: 'основное', Масса: '5 кг' },
    items: sizes(
      `∅3|30|1486
∅4|40|1442
∅5|50|1430`,
      diameter,
    ),
  },
  {
    group: 'electrodes',
    icon: 'electrode',
    brand: 'ESAB',
    unit: 'уп',
    pack: 3,
    name: 'Электроды ОК 46.00',
    tail: '5,3 кг',
    prefix: 'ЭЛ-ОК46-',
    description: 'Мягкая дуга и малая чувствительность к ржавчине: монтаж, тонкий лист, прихватки.',
    properties: { Марка: 'ОК 46.00', Покрытие: 'рутиловое', Масса: '5,3 кг' },
    items: sizes(
      `∅2,5|25|2930
∅3|30|2745
∅4|40|2688`,
      diameter,
    ),
  },
  {
    group: 'wire',
    icon: 'wire',
    brand: 'ESAB',
    unit: 'шт',
    pack: 1,
    name: 'Проволока сварочная Св-08Г2С',
    tail: 'омеднённая, 15 кг',
    prefix: 'ПР-',
    description: 'Для полуавтомата в среде углекислого газа. Рядная намотка на еврокассете.',
    properties: { Марка: 'Св-08Г2С', Масса: '15 кг' },
    items: sizes(
      `∅0,8|08|2890
∅1,0|10|2815
∅1,2|12|2760`,
      diameter,
    ),
  },
  {
    group: 'abrasives',
    icon: 'disc',
    brand: 'Луга-Абразив',
    unit: 'шт',
    pack: 25,
    name: 'Круг отрезной по металлу',
    tail: '',
    prefix: 'КО-',
    description: 'Армированный круг для углошлифовальной машины. Скорость — не выше 80 м/с.',
    properties: { Материал: 'сталь', Посадка: '22,2 мм' },
    items: sizes(
      `125|125|38.6
150|150|54.9
180|180|73.5
230|230|97.2`,
      diameter,
    ),
    variants: {
      name: 'Толщина',
      values: [
        { value: '1,6 мм', code: '16', factor: 1 },
        { value: '2,0 мм', code: '20', factor: 1.08 },
        { value: '2,5 мм', code: '25', factor: 1.17 },
      ],
    },
  },
  {
    group: 'drills',
    icon: 'drill',
    brand: 'Зубр',
    unit: 'шт',
    pack: 10,
    name: 'Бур SDS-plus',
    tail: '',
    prefix: 'БР-',
    description: 'Твердосплавная пластина с крестовой заточкой не уводит на арматуре.',
    properties: { Хвостовик: 'SDS-plus' },
    items: sizes(
      `6×160|6160|124
8×160|8160|138
10×160|10160|156
12×210|12210|214
16×310|16310|396`,
      diameter,
    ),
  },
  {
    group: 'drills',
    icon: 'drill',
    brand: 'Зубр',
    unit: 'шт',
    pack: 10,
    name: 'Сверло по металлу',
    tail: 'Р6М5',
    prefix: 'СВ-',
    description: 'Шлифованное сверло из быстрорежущей стали для конструкционных сталей.',
    properties: { Материал: 'Р6М5', Хвостовик: 'цилиндрический' },
    items: sizes(
      `4,2|42|46
6,8|68|92
8,5|85|148
10,2|102|236
12,0|120|342`,
      diameter,
    ),
  },
  {
    group: 'hand',
    icon: 'wrench',
    brand: 'Зубр',
    unit: 'шт',
    pack: 5,
    name: 'Ключ комбинированный',
    tail: 'хром-ванадий',
    prefix: 'КК-',
    description: 'Рожок и накидная часть одного размера, холодная штамповка.',
    properties: { Материал: 'Cr-V' },
    items: sizes(
      `10|10|198
13|13|246
17|17|312
19|19|358
24|24|534
30|30|816`,
      number,
    ),
  },
  {
    group: 'hand',
    icon: 'hammer',
    brand: 'Зубр',
    unit: 'шт',
    pack: 4,
    name: 'Молоток слесарный',
    tail: 'ручка фибергласс',
    prefix: 'МС-',
    description: 'Закалённый боёк, ручка гасит отдачу.',
    properties: { Рукоятка: 'фибергласс' },
    items: sizes(
      `500 г|500|642
800 г|800|768
1000 г|1000|894`,
      (size) => ({ Масса: size }),
    ),
  },
  {
    group: 'safety',
    icon: 'glove',
    brand: 'Ампаро',
    unit: 'пара',
    pack: 12,
    name: 'Перчатки',
    tail: 'с нитрилом',
    prefix: 'ПЧ-',
    description: 'Нитриловый облив держит масло и не скользит, манжета прилегает плотно.',
    properties: { Назначение: 'масло, механика' },
    items: sizes(`монтажные|МН|148
утеплённые|УТ|236`),
    variants: {
      name: 'Размер',
      values: [
        { value: '8', code: '8', factor: 1 },
        { value: '9', code: '9', factor: 1 },
        { value: '10', code: '10', factor: 1 },
        { value: '11', code: '11', factor: 1.05 },
      ],
    },
  },
  {
    group: 'safety',
    icon: 'helmet',
    brand: 'Ампаро',
    unit: 'шт',
    pack: 10,
    name: 'Каска защитная',
    tail: 'с храповиком',
    prefix: 'КЗ-',
    description: 'Держит удар и искру, регулируется одной рукой. Срок службы — три года.',
    properties: { Назначение: 'стройка' },
    items: sizes(`«Рубин»|РБ|584`),
    variants: {
      name: 'Цвет',
      values: [
        { value: 'белая', code: 'Б', factor: 1 },
        { value: 'оранжевая', code: 'О', factor: 1 },
      ],
    },
  },
]
