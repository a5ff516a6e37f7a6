import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/lib/errors'
import { sanitizeImage } from '@/src/integrations/storage/images'
import { actorOf } from '@/src/mechanisms/access/actor'
import { runAction } from '@/src/mechanisms/actions/runAction'
import { throttle, throttleKey } from '@/src/mechanisms/throttle/throttle'
import { setPhotoAction } from './user.profile.actions'

const PHOTO = { maxSide: 512, maxPixels: 40_000_000, maxBytes: 10 * 1024 * 1024 }

/**
 * Sets the signed-in person's photograph. The picture is drawn anew, so neither its place nor
 * anything hidden behind it is kept; its old one goes.
 * @throws AppError `file.typeRefused` 415, `file.tooLarge` or `image.tooLarge` 413, `image.broken` 422.
 */
export async function setPhoto(req: PayloadRequest, bytes: Buffer): Promise<void> {
  const actor = await actorOf(req)
  if (actor.collection !== 'users' || !actor.id) throw new AppError('auth.required', {}, { status: 401 })
  await throttle(req.payload, throttleKey('photo', actor.id), { limit: 20, windowSeconds: 60 * 60 })
  const { buffer, mime } = await sanitizeImage(bytes, PHOTO)
  const media = await req.payload.create({
    collection: 'media',
    data: { alt: actor.name, person: actor.id },
    file: {
      data: buffer,
      mimetype: mime,
      name: `${randomUUID()}.${mime.split('/')[1]?.replace('jpeg', 'jpg') ?? 'jpg'}`,
      size: buffer.length,
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await runAction(setPhotoAction, { req, input: { media: media.id } })
}

export const removePhoto = (req: PayloadRequest): Promise<void> =>
  runAction(setPhotoAction, { req, input: { media: null } })
