// A day of 1C against a running portal with the demo in it: goods, orders, money and documents, told step by step.
//   npm run 1c:demo [-- --url http://localhost:3000] [--node 1c] [--password …]
import { parseArgs } from 'node:util'
import { wallClock } from '@/src/mechanisms/exchange/commerceml/times'
import { companyId, demoFiles, knownGoods, type Told } from '../tests/emulator/demo-goods'
import { createRest, smallPdf } from '../tests/emulator/demo-rest'
import { createOneC, type OneC, type OneCOrder } from '../tests/emulator/onec'
import { OneCError } from '../tests/emulator/onec-http'
import { ZONE } from '../tests/emulator/onec-orders'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: process.env.PUBLIC_URL || 'http://localhost:3000' },
    node: { type: 'string', default: '1c' },
    password: { type: 'string', default: 'demo-1c-exchange' },
  },
})
const url = values.url.replace(/\/+$/, '')
const access = { login: values.node, password: values.password }
const MOVED = 3
const COMPANY = { key: 'stroygrad', name: 'ООО «Стройград»' }

const tell = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const roubles = (sum: number): string =>
  `${new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(sum)} ₽`
const forms = new Intl.PluralRules('ru')
const count = (n: number, one: string, few: string, many: string): string =>
  `${n} ${{ one, few, many, zero: many, two: few, other: few }[forms.select(n)]}`

/** Some of the known goods with another price and stock, and two that were not there. */
async function sendGoods(oneC: OneC, day: number): Promise<void> {
  const goods = knownGoods()
  const changed = Array.from({ length: 5 }, (_none, n): Told => {
    const one = goods[(day + n * 17) % goods.length]
    if (!one) throw new OneCError('в демонстрации нет товаров')
    return {
      ...one,
      price: Math.round(one.price * (97 + ((day + n) % 7))) / 100,
      stock: 300 + ((day * 13 + n * 91) % 900),
    }
  })
  const code = String(day % 10_000).padStart(4, '0')
  const fresh: Told[] = [
    {
      article: `РЛ-${code}-5`,
      name: `Рулетка «Зубр» 5 м, партия ${code}`,
      unit: 'шт',
      price: 420 + (day % 80),
      stock: 240,
    },
    {
      article: `УР-${code}-60`,
      name: `Уровень «Зубр» 600 мм, партия ${code}`,
      unit: 'шт',
      price: 890 + (day % 90),
      stock: 60,
    },
  ]
  tell('1С: выгружаем товары, цены и остатки')
  await oneC.sendCatalogue({ files: demoFiles({ fresh, changed }) })
  for (const { name, price, stock } of fresh) tell(`  новый товар: ${name}, ${roubles(price)}, на складе ${stock}`)
  for (const { name, price, stock } of changed)
    tell(`  изменилось: ${name}, теперь ${roubles(price)}, на складе ${stock}`)
}

async function takeOrders(oneC: OneC): Promise<OneCOrder[]> {
  tell('1С: забираем заказы с портала')
  const orders = await oneC.fetchOrders()
  if (orders.length === 0) tell('  новых заказов нет: оформите заказ на портале и запустите ещё раз')
  for (const { number, number1c, record } of orders) {
    tell(
      `  ${number} → ${number1c}: ${record.counterparties[0]?.name ?? 'клиент'}, ${count(record.lines.length, 'позиция', 'позиции', 'позиций')}, ${roubles((record.total ?? 0) / 100)}`,
    )
  }
  await oneC.confirmOrders()
  if (orders.length > 0) tell(`  приняли ${count(orders.length, 'заказ', 'заказа', 'заказов')}, портал об этом знает`)
  return orders
}

/** The first is shipped, the second is being packed, the third confirmed. */
async function moveOrders(oneC: OneC, orders: readonly OneCOrder[], date: string): Promise<void> {
  const moved = orders.slice(0, MOVED)
  if (moved.length === 0) return
  const states = ['Отгружен', 'В работе', 'Подтверждён']
  tell('1С: возвращаем состояния заказов')
  await oneC.sendOrderStates(
    moved.map((order, n) => ({
      number: order.number,
      date: order.date,
      status: states[n],
      ...(n === 0 ? { shipped: { number: `РН-${order.number1c.slice(-6)}`, date } } : {}),
    })),
  )
  for (const [n, { number }] of moved.entries()) tell(`  ${number}: ${states[n]}`)
}

async function sendPapers(day: number, at: { date: string; time: string }): Promise<void> {
  const rest = createRest({ url, ...access })
  const company = companyId(COMPANY.key)
  const balance = -(180_000 + (day % 400) * 100)
  tell('1С: отправляем взаиморасчёты и документы')
  await rest.put('balances', [{ company, amount: balance.toFixed(2), at: `${at.date}T${at.time}` }])
  tell(`  баланс ${COMPANY.name}: ${roubles(balance)}`)
  const number = `Д-${String(day % 100_000)}`
  const total = 12_400 + (day % 50) * 100
  await rest.put('documents', [
    {
      externalId: `demo-day-${day}`,
      company,
      kind: 'invoice',
      number,
      date: at.date,
      total: total.toFixed(2),
      file: smallPdf(`Invoice ${day % 100_000}, ${total} RUB`).toString('base64'),
    },
  ])
  tell(`  счёт № ${number} на ${roubles(total)} с файлом PDF`)
}

/** One sentence on what went wrong and what to do. */
function reasonOf(error: unknown): string {
  const text =
    error instanceof Error
      ? `${error.message} ${String((error as Error & { code?: string }).code ?? '')} ${String(error.cause ?? '')}`
      : String(error)
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET/.test(text))
    return `Портал по адресу ${url} не отвечает: запустите npm start или укажите адрес через --url.`
  if (/checkauth|\b401\b/.test(text))
    return `Портал не принял имя и пароль узла «${access.login}»: укажите их через --node и --password (узлы заводят в панели, раздел «Обмен»).`
  if (/never ends|no answer within/.test(text))
    return 'Портал принял файлы, но не обработал их: проверьте, что запущен обработчик заданий (npm run worker).'
  return `Обмен прерван: ${error instanceof Error ? error.message : String(error)}`
}

try {
  new URL(url)
  const now = new Date()
  const day = Math.floor(now.getTime() / 1_000) % 1_000_000
  const at = wallClock(now.toISOString(), ZONE)
  const oneC = createOneC({ url: `${url}/api/1c/commerceml`, ...access, patience: 60_000 })
  tell(`Портал: ${url}, узел обмена «${access.login}»`)
  await sendGoods(oneC, day)
  await moveOrders(oneC, await takeOrders(oneC), at.date)
  await sendPapers(day, at)
  tell('Готово: посмотрите каталог, заказы и уведомления в кабинете, журнал обмена — в панели.')
  process.exit(0)
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exit(1)
}
