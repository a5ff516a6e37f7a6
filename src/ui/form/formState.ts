/** What a form's server action answers. Errors by field name, in words for people. */
export type FormState = {
  ok?: boolean
  /** words over the form: a whole-form error, or that it is done */
  message?: string
  errors?: Record<string, string>
  /** what stood in the fields, for a browser that forgets it */
  values?: Readonly<Record<string, string>>
  /** what is told in this answer alone: a key */
  secret?: string
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>
