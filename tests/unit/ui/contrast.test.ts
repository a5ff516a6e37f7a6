import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(path.resolve(import.meta.dirname, '../../../src/ui/styles/tokens.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((.+), (.+?\)?)\);/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
)

type Theme = 'light' | 'dark'

const GROUNDS = ['paper', 'sheet', 'sunk']
/** words on what they stand on */
const WORDS: [string, string[]][] = [
  ['ink', [...GROUNDS, 'brand-wash', 'good-wash', 'wait-wash', 'bad-wash']],
  ['ink-2', [...GROUNDS, 'brand-wash', 'good-wash', 'wait-wash', 'bad-wash']],
  ['ink-3', [...GROUNDS, 'brand-wash']],
  ['brand-ink', [...GROUNDS, 'brand-wash']],
  ['on-brand', ['brand']],
  ['good', ['paper', 'sheet', 'good-wash']],
  ['wait', ['paper', 'sheet', 'wait-wash']],
  ['bad', [...GROUNDS, 'bad-wash']],
  ['on-bad', ['bad']],
  ['on-purse', ['purse']],
  ['purse-2', ['purse']],
]
/** borders of fields, dots, bars, the ring of focus */
const CONTROLS: [string, string[]][] = [
  ['edge', ['paper', 'sheet']],
  ['brand', [...GROUNDS, 'brand-wash']],
  ['good', GROUNDS],
  ['wait', GROUNDS],
  ['bad', GROUNDS],
]

describe('the tokens hold their contrast for every hue', () => {
  for (const theme of ['light', 'dark'] as const) {
    it.each(WORDS)(`${theme}: words in %s reach 4.5:1`, (name, grounds) => {
      expect(worst(name, grounds, theme)).toBeGreaterThanOrEqual(4.5)
    })
    it.each(CONTROLS)(`${theme}: controls in %s reach 3:1`, (name, grounds) => {
      expect(worst(name, grounds, theme)).toBeGreaterThanOrEqual(3)
    })
  }

  it('knows every colour the theme hands to Tailwind', () => {
    const theme = readFileSync(path.resolve(import.meta.dirname, '../../../src/ui/styles/theme.css'), 'utf8')
    const used = [...theme.matchAll(/--color-[\w-]+: var\(--([\w-]+)\)/g)].map(([, name]) => name)
    expect(used.length).toBeGreaterThan(20)
    expect(used.filter((name) => !tokens.has(name ?? ''))).toEqual([])
  })

  it('measures as WCAG does', () => {
    expect(contrast(luminance('#ffffff', 0), luminance('#000000', 0))).toBeCloseTo(21, 5)
    expect(contrast(luminance('#777777', 0), luminance('#ffffff', 0))).toBeCloseTo(4.48, 2)
    // a white of oklch is white, and lightness 0.6 without chroma is the grey #808080 within a step
    expect(luminance('oklch(1 0 0)', 0)).toBeCloseTo(1, 3)
    expect(luminance('oklch(0.5999 0 0)', 0)).toBeCloseTo(luminance('#808080', 0), 2)
  })
})

function worst(name: string, grounds: string[], theme: Theme): number {
  let low = Infinity
  for (let hue = 0; hue < 360; hue += 1) {
    for (const ground of grounds) low = Math.min(low, contrast(colour(name, theme, hue), colour(ground, theme, hue)))
  }
  return low
}

function colour(name: string, theme: Theme, hue: number): number {
  const token = tokens.get(name)
  if (!token) throw new Error(`no token --${name}`)
  return luminance(token[theme], hue)
}

function contrast(first: number, second: number): number {
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** Relative luminance of a hex or oklch colour; outside sRGB each channel is clipped, as browsers do. */
function luminance(text: string, hue: number): number {
  const [r, g, b] = text.startsWith('#') ? fromHex(text) : fromOklch(text, hue)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function fromHex(text: string): [number, number, number] {
  const channel = (at: number) => {
    const value = parseInt(text.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** OKLCH to linear sRGB. Source: CSS Color 4, sample code of § 10. */
function fromOklch(text: string, hue: number): [number, number, number] {
  const match = /^oklch\(([\d.]+) ([\d.]+) (var\(--hue\)|[\d.]+)\)$/.exec(text)
  if (!match) throw new Error(`not a colour: ${text}`)
  const [lightness, chroma] = [Number(match[1]), Number(match[2])]
  const angle = ((match[3] === 'var(--hue)' ? hue : Number(match[3])) * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}
