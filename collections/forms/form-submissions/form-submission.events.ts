import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const formEvents = defineEvents({
  'form.submitted': { label: { ru: 'Форма заполнена', en: 'Form filled in' }, data: shape<{ title: string }>() },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof formEvents> {}
}
