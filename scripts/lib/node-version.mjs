import { Trouble } from './say.mjs'

/** Refuses an old Node before anything else can fail in a less clear way. */
export const checkNode = (needed = [20, 19]) => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return
  throw new Trouble(
    `Нужен Node.js ${needed.join('.')} или новее, а здесь ${process.versions.node}. Установите новый с nodejs.org и запустите ещё раз.`,
    `Node.js ${needed.join('.')} or newer is needed, this one is ${process.versions.node}. Install a new one from nodejs.org and start again.`,
  )
}
