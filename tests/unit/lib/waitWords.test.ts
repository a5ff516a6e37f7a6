import { describe, expect, it } from 'vitest'
import '@/src/mechanisms/sessions/session.labels'
import { errorText } from '@/src/lib/error-labels'
import { rateLimited } from '@/src/lib/rateLimited'
import { waitWords } from '@/src/lib/waitWords'

describe('how long to wait', () => {
  it.each([
    [1, '1 секунду', '1 second'],
    [3, '3 секунды', '3 seconds'],
    [90, '90 секунд', '90 seconds'],
    [91, '2 минуты', '2 minutes'],
    [720, '12 минут', '12 minutes'],
    [721, '13 минут', '13 minutes'],
    [1_260, '21 минуту', '21 minutes'],
    [5_400, '90 минут', '90 minutes'],
    [5_401, '2 часа', '2 hours'],
    [86_400, '24 часа', '24 hours'],
    [18_000, '5 часов', '5 hours'],
  ])('%d seconds are said as people say them', (seconds, ru, en) => {
    expect(waitWords(seconds)).toEqual({ ru, en })
  })

  it('[AUTH-03] whoever tries too often is told in minutes when the wait is long', () => {
    expect(errorText(rateLimited(720), 'ru')).toBe('Слишком много попыток. Попробуйте через 12 минут')
    expect(errorText(rateLimited(720), 'en')).toBe('Too many attempts. Try again in 12 minutes')
    expect(rateLimited(720)).toMatchObject({ code: 'rate.limited', status: 429, params: { seconds: 720 } })
  })
})
