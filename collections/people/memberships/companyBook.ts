import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import type { Actor } from '@/src/mechanisms/access/actor'

export type CompanyBookEntry = {
  name: string
  email: string
  phone: string | null
  position: string | null
  portalRole: string
}

/** What is known of people elsewhere: companies, and in each an address book. Whoever keeps them says how (`provideCompanyBook`). */
export type CompanyBook = {
  /** The name of the company of a membership, which bears the alias `row`. */
  nameOf: (row: string) => SQL
  /** A select of `name, email, phone, position`: the oldest entry of the membership `row` in the book of its company, or none. */
  entryOf: (row: string) => SQL
  /** Puts a person into the book of a company: the entry of their address, else a new one. */
  link: (
    req: PayloadRequest,
    actor: Actor,
    at: { company: string; user: string },
    entry: CompanyBookEntry,
  ) => Promise<void>
  /** Takes the person's login off their entries. */
  unlink: (req: PayloadRequest, at: { company: string; user: string }) => Promise<void>
  /**
   * Writes what differs to the person's entries: in one company, or, without one, in all where they work now. A book is
   * theirs to keep right in those alone.
   */
  change: (
    req: PayloadRequest,
    at: { company?: string; user: string | null },
    to: Partial<CompanyBookEntry> & { portalAccess?: boolean },
  ) => Promise<void>
  /** Tells 1C of a company that came by registration, now that somebody has proved to be there. */
  announce: (req: PayloadRequest, company: string | null) => Promise<void>
}

let kept: CompanyBook | undefined

/** Called by the area that keeps companies and their people. */
export function provideCompanyBook(book: CompanyBook): CompanyBook {
  kept = book
  return book
}

/** The book that is kept. Throws where the area that keeps it is not loaded. */
export function companyBook(): CompanyBook {
  if (!kept) throw new Error('Nobody keeps companies')
  return kept
}
