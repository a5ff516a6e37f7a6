import type { CommentData } from '@/src/mechanisms/comments/writeComment'
import { defineEvents, shape, type TypesOf } from '@/src/mechanisms/events/defineEvents'

export const commentEvents = defineEvents({
  'comment.added': { label: { ru: 'Сообщение', en: 'Message' }, data: shape<CommentData>() },
})

declare module '@/src/mechanisms/events/defineEvents' {
  interface EventTypes extends TypesOf<typeof commentEvents> {}
}
