/** «+7 903 123-45-67» while it is typed; other countries get only spaces left alone. */
export function formatPhone(text: string): string {
  const trimmed = text.trimStart()
  const digits = trimmed.replace(/\D/g, '')
  const foreign = trimmed.startsWith('+') && !trimmed.startsWith('+7') && digits !== ''
  if (foreign || digits === '') return text.replace(/[^\d+() -]/g, '').slice(0, 24)
  const own = (/^[78]/.test(digits) ? digits.slice(1) : digits).slice(0, 10)
  const parts = [own.slice(0, 3), own.slice(3, 6), own.slice(6, 8), own.slice(8, 10)]
  return ['+7', parts[0], [parts[1], parts[2], parts[3]].filter(Boolean).join('-')].filter(Boolean).join(' ')
}
