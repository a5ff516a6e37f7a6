import { headers } from 'next/headers'
import pg from 'pg'
import { BARE } from '../../../bare'
import { Rows } from '../../Rows'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

type BareProps = { params: Promise<{ rows: keyof typeof BARE }>; searchParams: Promise<{ key?: string }> }

/** The same rows by hand-written SQL, for whoever asks: Next and nothing else. */
export default async function Bare({ params, searchParams }: BareProps) {
  await headers()
  const { rows } = await params
  const { key } = await searchParams
  const found = await pool.query<Record<string, unknown>>(BARE[rows], key === undefined ? [] : [key])
  return <Rows rows={found.rows} />
}
