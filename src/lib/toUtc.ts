/** The moment in UTC, ISO; text without a zone is a wall clock in `zone`. */
export function toUtc(text: string, zone: string): string {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return new Date(text).toISOString()
  const wall = Date.parse(`${text.length === 10 ? `${text}T00:00:00` : text}Z`)
  const first = wall - offsetAt(wall, zone)
  // Asked again at the found moment: near a change of the clock the first offset is the wrong one.
  return new Date(wall - offsetAt(first, zone)).toISOString()
}

function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return (
    Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) -
    Math.floor(moment / 1000) * 1000
  )
}
