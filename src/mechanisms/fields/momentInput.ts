import { z } from 'zod'
import { DEFAULT_ZONE } from '@/src/lib/dates'
import { toUtc } from '@/src/lib/toUtc'

/** A moment as a form has it, kept in UTC: without a zone it is meant as the portal shows moments. */
export const momentInput = z.iso
  .datetime({ local: true, offset: true, error: 'input.invalid' })
  .transform((text) => toUtc(text, DEFAULT_ZONE))
  .refine((moment) => moment >= '2000' && moment < '2100', 'input.invalid')
