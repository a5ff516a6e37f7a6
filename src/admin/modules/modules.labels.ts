import { defineLabels } from '@/src/lib/i18n'

/** Words beside the switches. */
export const moduleLabels = defineLabels({
  required: { ru: 'нужен всегда', en: 'always on' },
  needs: { ru: 'Нужны: {list}', en: 'Needs: {list}' },
  takes: { ru: 'Если выключить, выключатся и: {list}', en: 'Switching it off also switches off: {list}' },
  took: { ru: 'Вместе с ним выключены: {list}', en: 'Switched off with it: {list}' },
  waits: { ru: 'Выключен, пока выключены: {list}', en: 'Off while these are off: {list}' },
  note: {
    ru: 'Выключенный модуль исчезает из кабинета, адресов и заданий. Данные остаются.',
    en: 'A module that is off disappears from the portal, its addresses and jobs. Its data stays.',
  },
})
