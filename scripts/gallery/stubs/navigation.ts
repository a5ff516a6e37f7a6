/** Stands in for next/navigation in the gallery. */
export function usePathname(): string {
  return typeof window === 'undefined'
    ? ((globalThis as { galleryPath?: string }).galleryPath ?? '/')
    : (document.body.dataset.path ?? '/')
}

const router = { push: (href: string) => void (document.body.dataset.pushed = href), refresh: () => undefined }

export function useRouter(): { push: (href: string, options?: object) => void; refresh: () => void } {
  return router
}
