import type { Locale } from './i18n'

/** Units by ОКЕИ: code, how 1C and people write it in Russian, in English. Source: ОК 015-94 (ОКЕИ). */
const UNITS: ReadonlyArray<readonly [code: string, ru: string, en: string]> = [
  ['003', 'мм', 'mm'],
  ['004', 'см', 'cm'],
  ['005', 'дм', 'dm'],
  ['006', 'м метр', 'm'],
  ['008', 'км', 'km'],
  ['018', 'погм пм', 'running m'],
  ['051', 'см2 см²', 'cm²'],
  ['055', 'м2 м² квм', 'm²'],
  ['111', 'мл', 'ml'],
  ['112', 'л литр', 'l'],
  ['113', 'м3 м³ кубм', 'm³'],
  ['161', 'мг', 'mg'],
  ['163', 'г гр грамм', 'g'],
  ['166', 'кг килограмм', 'kg'],
  ['168', 'т тн тонна', 't'],
  ['245', 'квтч', 'kWh'],
  ['354', 'с сек', 's'],
  ['355', 'мин', 'min'],
  ['356', 'ч час', 'h'],
  ['359', 'сут дн день', 'days'],
  ['360', 'нед', 'weeks'],
  ['362', 'мес', 'months'],
  ['366', 'год', 'years'],
  ['625', 'лист лист.', 'sheets'],
  ['616', 'боб бобина', 'spools'],
  ['657', 'изд изделие', 'items'],
  ['698', 'место', 'pieces'],
  ['704', 'набор наб', 'sets'],
  ['715', 'пара пар', 'pairs'],
  ['728', 'пач пачка', 'packs'],
  ['736', 'рул рулон', 'rolls'],
  ['778', 'упак уп упаковка', 'packs'],
  ['796', 'шт штука', 'pcs'],
  ['798', 'тысшт', 'thousand pcs'],
  ['812', 'ящ ящик', 'crates'],
  ['839', 'компл комплект к-т', 'sets'],
  ['868', 'бут бутылка', 'bottles'],
  ['870', 'амп ампула', 'ampoules'],
  ['872', 'флак флакон фл', 'vials'],
  ['', 'банк банка', 'jars'],
  ['', 'кор короб коробка', 'boxes'],
  ['876', 'услед ед', 'units'],
  ['879', 'услш', 'units'],
  ['', 'меш мешок', 'bags'],
  ['', 'паллета палета палл поддон', 'pallets'],
  ['', 'бухта бух', 'coils'],
  ['', 'катушка кат', 'reels'],
  ['', 'канистра канист', 'canisters'],
  ['', 'ведро вед', 'buckets'],
  ['', 'услуга усл', 'services'],
]

const plain = (unit: string): string => unit.toLowerCase().replace(/[\s.()]/g, '')
const byName = new Map(
  UNITS.flatMap(([code, ru, en]) => [code, ...ru.split(' ')].filter(Boolean).map((name) => [plain(name), en] as const)),
)

/** A unit as its reader writes it: what 1C calls «шт» is “pcs” in English; a unit nobody knows stays as it is. */
export function unitText(unit: string, locale: Locale): string {
  return locale === 'ru' ? unit : (byName.get(plain(unit)) ?? unit)
}

/** What is counted by the piece and has no fractions, by ОКЕИ code, and those without one of their own by name. */
const COUNTED: readonly string[] = [
  '616',
  '625',
  '657',
  '698',
  '704',
  '715',
  '728',
  '734',
  '736',
  '745',
  '778',
  '796',
  '812',
  '836',
  '839',
  '868',
  '870',
  '872',
]
const COUNTED_NAMES: readonly string[] = [
  'мешок',
  'паллета',
  'бухта',
  'катушка',
  'канистра',
  'ведро',
  'банка',
  'коробка',
]

const countedNames = new Set(
  UNITS.flatMap(([code, ru]) => {
    const names = ru.split(' ').map(plain)
    return COUNTED.includes(code) || names.some((name) => COUNTED_NAMES.includes(name)) ? names : []
  }),
)
const codes = new Set([...COUNTED, ...UNITS.map(([code]) => code).filter(Boolean)])

/** Whether a unit is counted (шт, упак, рулон) rather than measured (кг, м, л): by its ОКЕИ code, else by how it is written. */
export function isCounted(unit: string, code?: string | null): boolean {
  if (code && codes.has(code)) return COUNTED.includes(code)
  const name = plain(unit)
  return COUNTED.includes(name) || countedNames.has(name)
}
