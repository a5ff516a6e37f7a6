import type { ImportFigures } from './import.bench'

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`
const verdict = (holds: boolean): string => (holds ? 'holds' : 'MISSED')

/** The figures beside what was promised, as a table in Markdown. */
export function importTable(it: ImportFigures): string {
  const rows: [string, string, string, boolean][] = [
    ['COPY + merge of the same rows by plain SQL', seconds(it.plainMs), 'the yardstick', true],
    [
      'First import',
      `${seconds(it.firstMs)} = ${(it.firstMs / it.plainMs).toFixed(1)} × plain`,
      'at most 4 ×, at most 180 s',
      it.firstMs <= 4 * it.plainMs && it.firstMs <= 180_000,
    ],
    ['Search and facets renewed by a job, after it', seconds(it.searchMs), '', true],
    [
      'The same files again',
      `${seconds(it.againMs)} = first ÷ ${(it.firstMs / it.againMs).toFixed(1)}`,
      'at least 5 × faster',
      it.firstMs >= 5 * it.againMs,
    ],
    [
      'The same rows in files of other bytes',
      `${seconds(it.comparedMs)} = first ÷ ${(it.firstMs / it.comparedMs).toFixed(1)}`,
      '',
      true,
    ],
    ['A delta of 1,000 goods and offers', seconds(it.deltaMs), 'at most 10 s', it.deltaMs <= 10_000],
    ['Worker memory at its highest', `${it.workerMegabytes} MB`, 'at most 512 MB', it.workerMegabytes <= 512],
  ]
  const runs = it.runs.map(
    (run) => `| ${run.status} | ${run.read} | ${run.created} | ${run.changed} | ${run.same} | ${run.failed} |`,
  )
  return [
    '## Import of a catalogue',
    '',
    `${it.count.toLocaleString('en')} goods and as many offers (${it.from}, two price types, three warehouses; ${it.megabytes} MB of XML) through the HTTP dialogue: ${it.rows.toLocaleString('en')} rows.`,
    '',
    '| what | measured | promised | |',
    '|---|---|---|---|',
    ...rows.map(
      ([what, measured, promised, holds]) =>
        `| ${what} | ${measured} | ${promised} | ${promised.startsWith('at most') || promised.startsWith('at least') ? verdict(holds) : ''} |`,
    ),
    '',
    '| run | read | created | changed | same | problems |',
    '|---|---|---|---|---|---|',
    ...runs,
    '',
  ].join('\n')
}
