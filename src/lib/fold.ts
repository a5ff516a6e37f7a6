/** A text as it is compared: small letters, ё as е, everything that is neither letter nor digit a single space. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
