import localFont from 'next/font/local'

/*
 * Golos Text, served by ourselves. The two everyday alphabets are preloaded; the rest (₽ among it) comes when a page
 * needs it. `declarations` gives each file its range of characters, so the families work as one.
 */
const cyrillic = localFont({
  src: '../../../node_modules/@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2',
  variable: '--golos-cyrillic',
  weight: '400 900',
  display: 'swap',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' }],
})

const latin = localFont({
  src: '../../../node_modules/@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2',
  variable: '--golos-latin',
  weight: '400 900',
  display: 'swap',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
})

const signs = localFont({
  src: '../../../node_modules/@fontsource-variable/golos-text/files/golos-text-latin-ext-wght-normal.woff2',
  variable: '--golos-signs',
  weight: '400 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Arial',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113',
    },
  ],
})

/** Class names for <html>: they carry the families as variables. */
export const fontVariables = [cyrillic, latin, signs].map((font) => font.variable).join(' ')
