import { amounts, sizes, type BenchAmounts, type GrowthBench, type PagesBench } from './pages.bench'
import { megabytes } from './pages.measure'
import type { Timing } from './pageLoad'
import type { Yard, YardstickFigures } from './yardsticks.measure'

const whole = (count: number): string => count.toLocaleString('en')
const pair = ({ p50, p95 }: Timing): string => `${p50.toFixed(1)} / ${p95.toFixed(1)}`

/** Pages beside the plainest ones, as Markdown: what counts are the ratios of one run. */
export function pagesTable({ pages: { health, pages, before, after, users }, yardsticks, live }: PagesBench): string {
  const frame = pages.find(({ key }) => key === 'frame')
  const times = (page: Timing, of: Timing | undefined): string =>
    of && of.p50 > 0 ? `${(page.p50 / of.p50).toFixed(1)} ×` : ''
  const rows = pages.map(
    ({ name, statements, chain, cpu, alone, together }) =>
      `| ${name} | ${statements} | ${chain} | ${cpu.toFixed(1)} | ${pair(alone)} | ${times(alone, frame?.alone)} | ${pair(together)} | ${times(together, frame?.together)} | ${Math.round(alone.bytes / 1024)} kB |`,
  )
  return [
    '## Pages',
    '',
    `${whole(amounts.goods)} goods, ${whole(amounts.companies)} companies, ${whole(amounts.orders)} orders of three lines, ${whole(amounts.ledger)} ledger entries, ${whole(amounts.documents)} documents, ${whole(amounts.notifications)} notifications; the company that is asked for has a hundredth of all that. Median and 95th percentile in milliseconds, on the built web with its clients on the same machine. The yardstick is a page that shows nothing but the frame; \`/api/health\` took ${pair(health.alone)} ms alone and ${pair(health.together)} ms with ${users} at once. Statements of SQL are those of one visit, signing in and frame included; «in turn» is the longest chain of them in which each waited for the one before, CPU the milliseconds of the web process for a visit.`,
    '',
    `| page | SQL | in turn | CPU | one person | × frame | ${users} at once | × frame | over the wire |`,
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `The web's heap after a full collection: ${megabytes(before.heapUsed)} MB before the load, ${megabytes(after.heapUsed)} MB after it; its whole memory ${megabytes(before.rss)} and ${megabytes(after.rss)} MB.`,
    '',
    ...yardstickLines(yardsticks),
    '## Live stream',
    '',
    `${whole(live.streams)} open streams of ${live.people} people on one web process: ${Math.round(live.perStream.rss / 1024)} kB of memory each (${Math.round(live.perStream.heapUsed / 1024)} kB of heap). A notification to all of them was heard after ${live.p50.toFixed(0)} ms (median) and ${live.p95.toFixed(0)} ms (95th percentile).`,
    '',
  ].join('\n')
}

const SHOWN: Record<YardstickFigures['rows'], string> = {
  orders: 'A page of 20 orders',
  order: 'An order with its lines',
  goods: 'A section: 24 goods',
}

function yardstickLines(yardsticks: readonly YardstickFigures[]): string[] {
  const cell = ({ alone, cpu }: Yard): string => `${alone.p50.toFixed(1)} (${cpu.toFixed(1)})`
  return [
    '## Beside the least that is possible',
    '',
    'The same rows by hand-written SQL, on a bare page of Next, and on a page of plain Payload with one rule of access (`tests/load/yardstick`, built with the same Next and Payload): no frame, no prices of a customer, no counts, no words. Median milliseconds of one person, in brackets the processor time of the web for a visit.',
    '',
    '| rows | SQL alone | bare Next | plain Payload | the portal | × plain Payload | CPU × |',
    '|---|---|---|---|---|---|---|',
    ...yardsticks.map(
      ({ rows, sql, bare, plain, own }) =>
        `| ${SHOWN[rows]} | ${sql.toFixed(1)} | ${cell(bare)} | ${cell(plain)} | ${cell(own)} | ${(own.alone.p50 / plain.alone.p50).toFixed(1)} | ${(own.cpu / plain.cpu).toFixed(1)} |`,
    ),
    '',
  ]
}

/** Pages over little and over much, as Markdown. */
export function growthTable({ small, large }: GrowthBench): string {
  const rows = large.pages.map((page) => {
    const was = small.pages.find(({ key }) => key === page.key)
    return `| ${page.name} | ${was ? pair(was.alone) : ''} | ${pair(page.alone)} | ${was ? (page.alone.p50 / was.alone.p50).toFixed(2) : ''} |`
  })
  const told = ({ goods, orders, linesEach = 3, ledger }: BenchAmounts): string =>
    `${whole(goods)} goods, ${whole(orders)} orders of ${linesEach} lines, ${whole(ledger)} ledger entries`
  return [
    '## Growth',
    '',
    `The same pages over ${told(sizes.small)}, and over ${told(sizes.large)}. The company that is asked for has as many orders in both. Median and 95th percentile in milliseconds, one person.`,
    '',
    '| page | little | much | × |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
