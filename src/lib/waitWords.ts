import { say, type Text } from './i18n'

const SECONDS: Text = {
  ru: '{count, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}',
  en: '{count, plural, one {# second} other {# seconds}}',
}
const MINUTES: Text = {
  ru: '{count, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}',
  en: '{count, plural, one {# minute} other {# minutes}}',
}
const HOURS: Text = {
  ru: '{count, plural, one {# час} few {# часа} many {# часов} other {# часа}}',
  en: '{count, plural, one {# hour} other {# hours}}',
}

/** Up to here a smaller unit is said: «90 секунд», then «2 минуты»; «90 минут», then «2 часа». */
const MOST = 90

/** How long to wait, to be read after «через»: never less than it is, in the unit that a person would use. */
export function waitWords(seconds: number): Text {
  const minutes = Math.ceil(seconds / 60)
  if (seconds <= MOST) return spoken(SECONDS, Math.ceil(seconds))
  return minutes <= MOST ? spoken(MINUTES, minutes) : spoken(HOURS, Math.ceil(minutes / 60))
}

const spoken = (text: Text, count: number): Text => ({ ru: say(text, 'ru', { count }), en: say(text, 'en', { count }) })
