/** The cookie of somebody who folded the navigation away; it ends with the browser. */
export const NAV_FOLDED = 'kb-nav-folded'
