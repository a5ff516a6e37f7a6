/** Cookie that carries words over a redirect to the toast of the next page; a browser may read it. */
export const FLASH_COOKIE = 'kb-flash'
