/** One file that can be looked at. Travels as data attributes of a link, so that a page needs no script for it. */
export type PreviewItem = {
  /** the thing's own page: where the link leads without script */
  href: string
  /** the bytes, behind the access check */
  file: string
  mime: string
  name: string
  /** «24 ноября, 240 КБ» */
  note: string
}

/** Attributes that make a link open the preview. */
export function previewLink({ href, file, mime, name, note }: PreviewItem) {
  return { href, 'data-preview': file, 'data-mime': mime, 'data-name': name, 'data-note': note }
}

/** What a link on the page opens. */
export function itemOf(link: HTMLAnchorElement): PreviewItem {
  const { preview = '', mime = '', name = '', note = '' } = link.dataset
  return { href: link.getAttribute('href') ?? '', file: preview, mime, name, note }
}

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'])

/** How a file is shown: drawn pages, a picture, or a card that says what it is. */
export function previewKind(mime: string): 'pdf' | 'picture' | 'card' {
  if (mime === 'application/pdf') return 'pdf'
  return PICTURES.has(mime) ? 'picture' : 'card'
}
