import { brandColours } from '@/src/lib/colour'
import { escapeHtml } from '@/src/lib/html'
import type { SiteBrand } from '@/src/mechanisms/sites/brand'

const letterOf = ({ name }: Pick<SiteBrand, 'name'>): string =>
  Array.from(name.replace(/[«"“„']/g, '').trim())[0]?.toUpperCase() ?? 'K'

/** The sign of the header as a picture: the first letter of the name on the company's colour. Needs a face with that letter, as every browser has. */
export function letterIcon(brand: Pick<SiteBrand, 'name' | 'hue'>): string {
  const { brand: colour, onBrand } = brandColours(brand.hue)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="16" fill="${colour}"/><text x="32" y="33" fill="${onBrand}" font-family="Golos Text, system-ui, Arial, sans-serif" font-size="36" font-weight="700" text-anchor="middle" dominant-baseline="central">${escapeHtml(letterOf(brand))}</text></svg>`
}

/** A sheet with its lines on the company's colour: for pictures made on the server, where no face may be at hand. */
export function sheetIcon({ hue }: Pick<SiteBrand, 'hue'>): string {
  const { brand: colour, onBrand } = brandColours(hue)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${colour}"/><rect x="18" y="13" width="28" height="38" rx="4" fill="${onBrand}"/><path d="M24 24h16M24 32h16M24 40h9" stroke="${colour}" stroke-width="3.5" stroke-linecap="round"/></svg>`
}
