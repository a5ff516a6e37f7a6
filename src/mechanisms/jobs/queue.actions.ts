import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { defineAction } from '../actions/defineAction'
import { dropDeadLetter, replayDeadLetter } from './deadLetters'

const input = z.object({ id: z.uuid() })
const gone = () => new AppError('record.notFound', {}, { status: 404 })

/** Gives a job that ran out of attempts another life. */
export const replayJob = defineAction({
  name: 'queue.replay',
  label: { ru: 'Повторено задание', en: 'Replayed a job' },
  input,
  may: ['admin'],
  run: async ({ req, input: { id } }) => {
    if (!(await replayDeadLetter(req, id))) throw gone()
  },
})

export const dropJob = defineAction({
  name: 'queue.drop',
  label: { ru: 'Убрано задание', en: 'Dropped a job' },
  input,
  may: ['admin'],
  run: async ({ req, input: { id } }) => {
    if (!(await dropDeadLetter(req, id))) throw gone()
  },
})
