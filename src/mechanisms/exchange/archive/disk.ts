import type { Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'

export type Found = { path: string; size: number }

/** Every plain file below a folder; links are not followed. */
export async function walkFolder(folder: string): Promise<Found[]> {
  const found: Found[] = []
  for (const entry of await listFolder(folder)) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await walkFolder(file)))
    else if (entry.isFile()) found.push({ path: file, size: (await sizeOf(file)) ?? 0 })
  }
  return found
}

/** Every folder below a folder. */
export async function foldersBelow(root: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await listFolder(root)) {
    if (!entry.isDirectory()) continue
    const folder = path.join(root, entry.name)
    found.push(folder, ...(await foldersBelow(folder)))
  }
  return found
}

/** Entries of a folder; none when there is no such folder. */
export async function listFolder(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

/** Size of a file, `null` when there is none. */
export async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null
    throw error
  }
}

/** A rename or a link is on disk only when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** For `.catch` where a file may be gone already. */
export function ignoreMissing(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error
}
