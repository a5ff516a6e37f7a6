import path from 'node:path'
import { unescapePercent } from '../commerceml/percent'
import { spoolPath } from './names'

/** A picture's name as XML, address and archive spell it alike: slashes, no leading one, small letters. */
export function pictureKey(name: string): string {
  const parts = spoolPath(name.normalize('NFC'))
  return (parts ? parts.join('/') : name.replaceAll('\\', '/')).toLowerCase()
}

/** The same where one side wrote `%XX` for signs and `+` for spaces and the other did not. */
const looseKey = (name: string): string => pictureKey(unescapePercent(name)).replaceAll('+', ' ').replace(/ +/g, ' ')

/**
 * Finds the file that a picture's name in an XML file means, among the files of a session. A path counts from the XML
 * file's own folder (3.1 puts `import_files` beside its XML; an archive may be packed with a folder around), then from
 * each folder above it. Whatever names two files finds none.
 */
export function pictureFinder<File extends { name: string }>(
  files: readonly File[],
): (name: string, xml: string) => File | undefined {
  const exact = new Map(files.map((file) => [pictureKey(file.name), file]))
  const loose = unique(files, ({ name }) => looseKey(name))
  const bare = unique(files, ({ name }) => looseKey(path.posix.basename(name.replaceAll('\\', '/'))))
  return (name, xml) => {
    for (const folder of foldersOf(xml)) {
      const place = folder === '' ? name : `${folder}/${name}`
      const found = exact.get(pictureKey(place)) ?? loose.get(looseKey(place))
      if (found) return found
    }
    const only = bare.get(looseKey(path.posix.basename(name.replaceAll('\\', '/'))))
    return only && looseKey(only.name).endsWith(`/${looseKey(name)}`) ? only : undefined
  }
}

/** `goods/1/import.xml`: `goods/1`, `goods` and the root. */
function foldersOf(xml: string): string[] {
  const parts = xml.split('/').slice(0, -1)
  return [...parts.map((_part, index) => parts.slice(0, parts.length - index).join('/')), '']
}

function unique<File>(files: readonly File[], keyOf: (file: File) => string): Map<string, File | undefined> {
  const found = new Map<string, File | undefined>()
  for (const file of files) {
    const key = keyOf(file)
    found.set(key, found.has(key) ? undefined : file)
  }
  return found
}
