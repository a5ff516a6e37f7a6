import { cookies } from 'next/headers'

export const LOOK_COOKIE = 'kb-shelf'
export type ShelfLook = 'list' | 'tiles'

/** How this browser likes its goods. */
export async function shelfLook(): Promise<ShelfLook> {
  return (await cookies()).get(LOOK_COOKIE)?.value === 'tiles' ? 'tiles' : 'list'
}
