import './recordKind'

// With the kinds of fields that forms have: those of every set, and records of the portal.
export { checkAnswers } from '@/src/mechanisms/fieldsets/checkAnswers'
