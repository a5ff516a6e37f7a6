import { checkDisk, install, isInstalled } from './install.mjs'
import { checkNode } from './node-version.mjs'
import { explain, nameCause } from './say.mjs'

/**
 * The first line of every command that a clone is worked with: the right Node, and the packages of package-lock.json,
 * installed now unless they are there. Plain Node, for it runs before anything is installed. Ends the process when
 * either is not to be had.
 */
export const ready = async () => {
  try {
    checkNode()
    if (isInstalled()) return
    checkDisk(3_000)
    await install()
  } catch (error) {
    explain(nameCause(error))
    process.exit(1)
  }
}
