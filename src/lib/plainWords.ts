/**
 * Words of people that stand in letters of ours to somebody who does not know who wrote them: they may hold no place to
 * go to, as any mail program would make a link of it, and nothing that hides or breaks what is read.
 */

const HOST = /[\p{L}\p{N}_-]\.(?:[a-z]{2,}|xn--[a-z0-9-]+|рф|рус|москва|онлайн|сайт|дети|бел|укр)(?![\p{L}\p{N}])/iu
const ADDRESS = /:\/\/|\bwww\.|\b(?:https?|ftp|mailto|tel|javascript):|(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/iu
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** As a mail program would read it: other dots and wide letters are dots and letters. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[。‧·・]/gu, '.')
    .replace(/\p{Cf}/gu, '')

/** Whether there is an address of a site, a letter box or a machine in it, or markup. */
export const hasLink = (text: string): boolean =>
  [folded(text)].some((plain) => HOST.test(plain) || ADDRESS.test(plain) || /[<>]/.test(plain))

/** A line that is nothing but words: for names. */
export const isPlainWords = (text: string): boolean => !hasLink(text) && !HIDDEN.test(text)

/** The same words with nothing to follow: for names that were taken elsewhere, from 1C or long ago. */
export const withoutLinks = (text: string): string =>
  (isPlainWords(text) ? text : folded(text).replace(/[<>.:/\\@\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
    .replace(/ {2,}/g, ' ')
    .trim()
