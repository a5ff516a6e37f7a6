/** Currencies by ISO 4217: «code number». Funds, metals and test codes are left out: nothing is sold for them. */
const ISO = `AED 784,AFN 971,ALL 008,AMD 051,ANG 532,AOA 973,ARS 032,AUD 036,AWG 533,AZN 944,BAM 977,BBD 052,BDT 050,BGN 975,BHD 048,BIF 108,
BMD 060,BND 096,BOB 068,BRL 986,BSD 044,BTN 064,BWP 072,BYN 933,BZD 084,CAD 124,CDF 976,CHF 756,CLP 152,CNY 156,COP 170,CRC 188,CUP 192,CVE 132,
CZK 203,DJF 262,DKK 208,DOP 214,DZD 012,EGP 818,ERN 232,ETB 230,EUR 978,FJD 242,FKP 238,GBP 826,GEL 981,GHS 936,GIP 292,GMD 270,GNF 324,GTQ 320,
GYD 328,HKD 344,HNL 340,HTG 332,HUF 348,IDR 360,ILS 376,INR 356,IQD 368,IRR 364,ISK 352,JMD 388,JOD 400,JPY 392,KES 404,KGS 417,KHR 116,KMF 174,
KPW 408,KRW 410,KWD 414,KYD 136,KZT 398,LAK 418,LBP 422,LKR 144,LRD 430,LSL 426,LYD 434,MAD 504,MDL 498,MGA 969,MKD 807,MMK 104,MNT 496,MOP 446,
MRU 929,MUR 480,MVR 462,MWK 454,MXN 484,MYR 458,MZN 943,NAD 516,NGN 566,NIO 558,NOK 578,NPR 524,NZD 554,OMR 512,PAB 590,PEN 604,PGK 598,PHP 608,
PKR 586,PLN 985,PYG 600,QAR 634,RON 946,RSD 941,RUB 643,RWF 646,SAR 682,SBD 090,SCR 690,SDG 938,SEK 752,SGD 702,SHP 654,SLE 925,SOS 706,SRD 968,
SSP 728,STN 930,SVC 222,SYP 760,SZL 748,THB 764,TJS 972,TMT 934,TND 788,TOP 776,TRY 949,TTD 780,TWD 901,TZS 834,UAH 980,UGX 800,USD 840,UYU 858,
UZS 860,VES 928,VND 704,VUV 548,WST 882,XAF 950,XCD 951,XOF 952,XPF 953,YER 886,ZAR 710,ZMW 967`

/**
 * Names as 1C's directory of currencies holds them: the symbol, short and full names, old codes of the same money.
 * Small letters without spaces and dots. A word that several currencies bear («крона», «манат», «¥») is not here.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  RUB: [
    '₽',
    'р',
    'руб',
    'рубль',
    'рубли',
    'рублей',
    'рос руб',
    'российский рубль',
    'российские рубли',
    'рубль рф',
    'rur',
    '810',
  ],
  USD: [
    '$',
    'долл',
    'дол',
    'доллар',
    'доллары',
    'долларов',
    'доллар сша',
    'доллары сша',
    'долл сша',
    'дол сша',
    'us$',
    'usdollar',
  ],
  EUR: ['€', 'евро', 'euro'],
  GBP: ['£', 'фунт стерлингов', 'фунты стерлингов', 'фунт'],
  CNY: ['юань', 'юани', 'юаней', 'китайский юань', 'cn¥', 'rmb'],
  KZT: ['₸', 'тенге', 'тг', 'казахстанский тенге', 'казахский тенге'],
  BYN: ['br', 'бел руб', 'белорусский рубль', 'белорусские рубли', 'бел рубль'],
  UAH: ['₴', 'грн', 'гривна', 'гривны', 'гривен', 'украинская гривна'],
  UZS: ['сум', 'узбекский сум'],
  KGS: ['сом', 'киргизский сом', 'кыргызский сом'],
  AMD: ['֏', 'драм', 'армянский драм'],
  GEL: ['₾', 'лари', 'грузинский лари'],
  AZN: ['₼', 'азербайджанский манат'],
  TMT: ['туркменский манат', 'новый туркменский манат'],
  TJS: ['сомони', 'таджикский сомони'],
  MDL: ['молдавский лей'],
  TRY: ['₺', 'турецкая лира', 'лира'],
  JPY: ['иена', 'йена', 'японская иена'],
  INR: ['₹', 'индийская рупия'],
  KRW: ['₩', 'вона республики корея', 'южнокорейская вона'],
  PLN: ['злотый', 'польский злотый', 'zł'],
  CZK: ['чешская крона'],
  CHF: ['швейцарский франк'],
  SEK: ['шведская крона'],
  NOK: ['норвежская крона'],
  DKK: ['датская крона'],
  HUF: ['форинт', 'венгерский форинт'],
  RSD: ['сербский динар'],
  MNT: ['тугрик'],
  VND: ['₫', 'донг'],
  THB: ['฿', 'бат'],
  AED: ['дирхам оаэ', 'дирхам'],
  HKD: ['гонконгский доллар'],
  CAD: ['канадский доллар'],
  AUD: ['австралийский доллар'],
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s.\u00a0]/g, '')

const known = new Map<string, string>()
for (const entry of ISO.split(',')) {
  const [code = '', number = ''] = entry.trim().split(' ')
  known.set(bare(code), code).set(number, code)
}
for (const [code, names] of Object.entries(NAMES)) for (const name of names) known.set(bare(name), code)

/** ISO 4217 code of a currency as people and 1C write it: «RUB», «руб.», «840», «€», «Доллар США»; null for any other word. */
export const currencyCode = (name: string): string | null => known.get(bare(name)) ?? null
