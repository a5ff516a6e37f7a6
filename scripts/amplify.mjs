#!/usr/bin/env node
/**
 * Makes a big CommerceML file out of a small one: repeats its goods or offers with fresh identifiers, as a stream.
 *
 *   node scripts/amplify.mjs SOURCE.xml Товар|Предложение COUNT OUT.xml [SEED]
 *
 * The same seed gives the same identifiers in the same order: amplify the goods and the offers of one pair with one seed
 * and every offer has its product (a characteristic after `#` is kept).
 */
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'

/** @param {string} seed @param {number} index a GUID that depends on nothing else */
export function guid(seed, index) {
  const hex = createHash('sha1').update(`${seed}:${index}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** @param {string} xml @param {string} tag @param {number} count @param {string} seed */
export function* amplified(xml, tag, count, seed = 'kabinet') {
  const blocks = xml.match(new RegExp(`<${tag}(?:\\s[^>]*)?>[\\s\\S]*?</${tag}>`, 'g'))
  if (!blocks) throw new Error(`no <${tag}> in the source`)
  const start = xml.search(new RegExp(`<${tag}[\\s>]`))
  const close = `</${tag}>`
  yield xml.slice(0, start)
  for (let index = 0; index < count; index += 1) {
    const block = blocks[index % blocks.length] ?? ''
    yield `${block.replace(/<Ид>[^<#]*/, () => `<Ид>${guid(seed, index)}`)}\n`
  }
  yield xml.slice(xml.lastIndexOf(close) + close.length)
}

async function main([source, tag, count, target, seed]) {
  if (!source || !tag || !count || !target)
    throw new Error('amplify.mjs SOURCE.xml Товар|Предложение COUNT OUT.xml [SEED]')
  const xml = (await readFile(source, 'utf8')).replace(/^\ufeff/, '')
  const out = createWriteStream(target)
  for (const piece of amplified(xml, tag, Number(count), seed)) {
    if (!out.write(piece)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2))
