import { checkNode } from './lib/node-version.mjs'
import { explain } from './lib/say.mjs'

/** `npm start`. Node's version is looked at before anything is loaded that an old one cannot read. */
try {
  checkNode()
  const { start } = await import('./lib/portal.mjs')
  await start()
} catch (error) {
  explain(error)
  process.exit(1)
}
