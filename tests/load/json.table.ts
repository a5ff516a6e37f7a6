import type { JsonFigures } from './json.bench'

const PROMISED = 1.3

/** JSON beside plain Payload, as Markdown: what counts are the ratios of one run. */
export function jsonTable(figures: readonly JsonFigures[]): string {
  const rows = figures.map(({ name, calls, json, plain }) => {
    const ratio = json.p50 / plain.p50
    const holds = ratio <= PROMISED ? 'holds' : 'does not hold'
    return `| ${name} | ${plain.p50.toFixed(1)} | ${calls} | ${json.p50.toFixed(1)} | ${ratio.toFixed(2)} × | ${holds} |`
  })
  return [
    '## JSON for one’s own front end',
    '',
    `Medians in milliseconds, one person who is signed in, on the built web with its client on the same machine; \`/api/v1\` and Payload’s own REST for the same rows are asked in turns. Promised: at most ${PROMISED} × plain.`,
    '',
    '| what | plain Payload | calls | /api/v1, one call | × plain | |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
