import { checkNode } from './lib/node-version.mjs'
import { install, isInstalled } from './lib/install.mjs'
import { explain, nameCause } from './lib/say.mjs'

/** Installs what package-lock.json says, unless exactly that is installed. */
try {
  checkNode()
  if (!isInstalled()) await install()
} catch (error) {
  explain(nameCause(error))
  process.exit(1)
}
