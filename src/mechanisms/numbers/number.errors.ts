import { addErrorLabels, type CodesOf } from '@/src/lib/error-labels'

const errorWords = addErrorLabels({
  'number.notHeld': {
    ru: 'Этот номер за вами больше не закреплён. Возьмите новый',
    en: 'This number is no longer reserved for you. Please take a new one',
  },
})

declare module '@/src/lib/errors' {
  interface ErrorCodes extends CodesOf<typeof errorWords> {}
}
