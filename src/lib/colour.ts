/** sRGB hex of an OKLCH colour; chroma is lowered until the colour exists in sRGB. Source: CSS Color 4, § 10 and 13. */
export function oklchToHex(lightness: number, chroma: number, hue: number): string {
  let low = 0
  let high = chroma
  let rgb = toLinearRgb(lightness, chroma, hue)
  if (!inGamut(rgb)) {
    for (let step = 0; step < 20; step += 1) {
      const middle = (low + high) / 2
      rgb = toLinearRgb(lightness, middle, hue)
      if (inGamut(rgb)) low = middle
      else high = middle
    }
    rgb = toLinearRgb(lightness, low, hue)
  }
  return `#${rgb.map((channel) => toByte(channel).toString(16).padStart(2, '0')).join('')}`
}

/** The brand's colours on white paper for one hue (0–359), as the portal's tokens have them. */
export function brandColours(hue: number): { brand: string; ink: string; wash: string; onBrand: string } {
  return {
    brand: oklchToHex(0.47, 0.19, hue),
    ink: oklchToHex(0.38, 0.17, hue),
    wash: oklchToHex(0.965, 0.018, hue),
    onBrand: '#ffffff',
  }
}

/** Contrast of two hex colours, 1–21. Source: WCAG 2.2, relative luminance. */
export function contrast(first: string, second: string): number {
  const [lighter, darker] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number] // two given
  return (lighter + 0.05) / (darker + 0.05)
}

type Rgb = [number, number, number]

function toLinearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function inGamut(rgb: Rgb): boolean {
  return rgb.every((channel) => channel >= -0.0001 && channel <= 1.0001)
}

function toByte(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear))
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055
  return Math.round(encoded * 255)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as Rgb // three given
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
