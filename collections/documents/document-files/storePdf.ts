import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { AppError, type ErrorCode } from '@/src/lib/errors'
import { execute } from '@/src/mechanisms/database/query'
import { selectFrom } from '@/src/mechanisms/database/selectFrom'

/** The largest PDF that 1C may hand over, bytes. */
export const MAX_PDF = 5 * 1024 * 1024

/**
 * A whole PDF by its bytes, not by its name: head and tail, as Payload's own upload asks. It is asked here
 * first, because Payload ends the whole transaction when it refuses a file.
 * @throws AppError `file.empty` | `file.tooLarge` | `file.mismatch` 422
 */
export function checkPdf(bytes: Buffer): void {
  const refuse = (code: ErrorCode, params = {}): never => {
    throw new AppError(code, params, { status: 422, field: 'file' })
  }
  if (bytes.length === 0) refuse('file.empty')
  if (bytes.length > MAX_PDF) refuse('file.tooLarge', { max: MAX_PDF / 1024 / 1024 })
  const tail = bytes.subarray(-1024).toString('latin1')
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-' || !tail.includes('%%EOF') || !tail.includes('xref'))
    refuse('file.mismatch')
}

/** Reads base64 as 1C writes it (with line breaks); anything else is `file.broken` 422. */
export function fromBase64(text: string): Buffer {
  const clean = text.replace(/\s+/g, '')
  if (clean.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(clean))
    throw new AppError('file.broken', {}, { status: 422, field: 'file' })
  return Buffer.from(clean, 'base64')
}

/**
 * Stores a PDF as a private file of a company. The same bytes in place of `previous` change nothing;
 * other bytes make a new file, and the previous one is closed to the cabinet.
 */
export async function storePdf(
  req: PayloadRequest,
  file: { bytes: Buffer; title: string; company: string; previous: string | null },
): Promise<{ id: string; same: boolean }> {
  checkPdf(file.bytes)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  if (file.previous) {
    const [known] = await selectFrom(req, 'document_files', ['sha256'], sql`where id = ${file.previous}`)
    if (known?.sha256 === sha256) return { id: file.previous, same: true }
  }
  const made = await req.payload.create({
    collection: 'document-files',
    data: { title: file.title, company: file.company, internal: false },
    file: { data: file.bytes, mimetype: 'application/pdf', name: `${file.title}.pdf`, size: file.bytes.length },
    depth: 0,
    req,
  })
  const id = String(made.id)
  await execute(req, sql`update document_files set sha256 = ${sha256} where id = ${id}`)
  if (file.previous)
    await execute(req, sql`update document_files set internal = true, updated_at = now() where id = ${file.previous}`)
  return { id, same: false }
}
