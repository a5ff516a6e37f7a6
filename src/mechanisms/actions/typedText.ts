import { z } from 'zod'

/** A text that a person types: without spaces around it, and told how long it may be where it is longer. */
export const typedText = (max: number): z.ZodString =>
  z
    .string()
    .trim()
    .superRefine((text, context) => {
      if (text.length > max) context.addIssue({ code: 'custom', message: 'input.tooLong', params: { max } })
    })
