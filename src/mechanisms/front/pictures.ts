import { z } from 'zod'
import { described } from './shown'

const KEPT = '/api/media/file/'

/** A picture in its sizes, by addresses that answer a key as well as a session. */
export const picture = described(z.object({ full: z.string(), card: z.string(), thumb: z.string(), alt: z.string() }), {
  ru: 'Адреса картинки в трёх размерах',
  en: 'Addresses of the picture in three sizes',
})

/** The address of a stored picture under `/api/v1`. */
export const pictureAddress = (kept: string): string =>
  kept.startsWith(KEPT) ? `/api/v1/pictures/${kept.slice(KEPT.length)}` : kept

export const pictureShown = (kept: z.input<typeof picture> | null): z.input<typeof picture> | null =>
  kept && {
    full: pictureAddress(kept.full),
    card: pictureAddress(kept.card),
    thumb: pictureAddress(kept.thumb),
    alt: kept.alt,
  }
