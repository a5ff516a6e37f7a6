import { APIError } from 'payload'
import { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { defineRoute } from '@/src/mechanisms/front/defineRoute'
import { described } from '@/src/mechanisms/front/shown'
import { mediaLabels } from './media.labels'

/** A picture by Payload's own road to it, access and headers included: a page asks by its session, a program by its key. */
export const pictureRoute = defineRoute({
  name: 'pictures.one',
  method: 'get',
  path: '/pictures/{file}',
  group: mediaLabels.many,
  title: mediaLabels.one,
  about: { ru: 'Адреса приходят в товарах и корзине.', en: 'Addresses come with goods and the cart.' },
  ofPerson: true,
  params: z.object({
    file: described(z.string().min(1).max(300), { ru: 'Имя файла из адреса картинки', en: 'The name of the file, of the picture’s address' }),
  }),
  answer: 'file',
  run: async ({ req, params: { file } }) => {
    const { endpoints } = req.payload.collections.media.config
    const road = (endpoints || []).find(({ path, method }) => path === '/file/:filename' && method === 'get')
    if (!road) throw new AppError('record.notFound', {}, { status: 404 })
    req.routeParams = { collection: 'media', filename: file }
    try {
      return await road.handler(req)
    } catch (error) {
      // One that is somebody's own and one that is not there are refused alike.
      const refused = error instanceof APIError && error.status < 500
      throw refused ? new AppError('record.notFound', {}, { status: 404 }) : error
    }
  },
})
