import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Draws the icons that src/ui/icon/icons.ts names into src/ui/styles/icons.css, each as a mask: `node scripts/icons.mjs`. A page
 * names an icon by its class, and the stylesheet, which browsers keep, draws it: no script, and nothing that comes later.
 */

const names = () => {
  const source = readFileSync(new URL('../src/ui/icon/icons.ts', import.meta.url), 'utf8')
  return [...source.matchAll(/= icon\('([\w-]+)'\)/g)].map(([, name]) => name)
}

/** @returns {Promise<string>} the stylesheet as it should be */
export const iconSheet = async () => {
  const rules = await Promise.all(
    names().map(
      async (name) => `.i-${name} { --icon: url("data:image/svg+xml,${escaped(picture(await drawn(name)))}"); }`,
    ),
  )
  return `/* Made by scripts/icons.mjs of what src/ui/icon/icons.ts names; icons of lucide, ISC. */\n${rules.join('\n')}\n`
}

const picture = ({ size, node }) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' fill='none' stroke='black' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'>${node.map(element).join('')}</svg>`

const element = ([tag, { key: _key, ...attributes }]) =>
  `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}='${value}'`)
    .join('')}/>`

/** What an address of data may not hold as it is. */
const escaped = (text) => text.replace(/[<>#%"]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

const drawn = async (name) => {
  const { __iconData: data } = await import(`lucide-react/icons/${name}`)
  if (data) return data
  // An old name of it leads to the present one.
  const source = readFileSync(fileURLToPath(import.meta.resolve(`lucide-react/icons/${name}`)), 'utf8')
  return drawn(/from '\.\/([\w-]+)\.mjs'/.exec(source)[1])
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(new URL('../src/ui/styles/icons.css', import.meta.url), await iconSheet())
