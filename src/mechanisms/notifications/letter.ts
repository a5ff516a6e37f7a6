import type { Locale } from '@/src/lib/i18n'
export type LetterBlock = { kind: 'heading' | 'paragraph'; text: string } | { kind: 'button'; text: string; href: string }
export function renderLetter(input: { locale: Locale; brand: string; hue: number; subject: string; blocks: LetterBlock[] }): { html: string; text: string } {
  return { html: '', text: input.subject }
}
