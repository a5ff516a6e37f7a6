import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Mutant } from './mutant'

/**
 * The file's text with the fault in it.
 * @throws Error when the text to replace does not stand there exactly once: the list has grown older than the code
 */
export function planted(root: string, { file, find, put }: Mutant): string {
  const text = readFileSync(path.join(root, file), 'utf8')
  const places = text.split(find).length - 1
  if (places !== 1) throw new Error(`${file} holds ${places} times, not once: ${find}`)
  if (find === put) throw new Error(`${file}: nothing is changed by: ${find}`)
  // A function, so that `$&` in a text of code is no pattern.
  return text.replace(find, () => put)
}

/** The project of vitest that a file of tests belongs to. */
export function projectOf(test: string): string {
  const project = /^tests\/(unit|int|access)\//.exec(test)?.[1]
  if (!project) throw new Error(`${test} belongs to no project that mutants are tried by`)
  return project
}
