/**
 * For links that stand on a page by the dozen: the page behind one is fetched when the pointer, a finger or the keyboard
 * comes to it (shell/Nearness), not for all of them as soon as they are seen. Only for pages, never for files.
 */
export const near = { prefetch: false, 'data-near': '' } as const
