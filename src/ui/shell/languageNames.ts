/** Each language is called by its own name. */
export const languageNames = { ru: 'Русский', en: 'English' } as const
