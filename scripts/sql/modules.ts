import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { GlobalConfig } from 'payload'
import type { ModuleDeclaration } from '@/src/mechanisms/modules/defineModule'
import { columnOf, tableOf } from '@/src/mechanisms/database/tableOf'
import { root } from '../lib/paths.mjs'
import type { Area } from './areas'

/** Declarations are read without a portal: nothing of this is ever connected to. */
const NOWHERE = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  PAYLOAD_SECRET: 'only-for-reading-the-modules-0123456789',
  PUBLIC_URL: 'http://localhost:3000',
}

/** What the modules and the globals of the portal say of their tables. */
export async function readAreas(): Promise<{ areas: Area[]; globals: string[] }> {
  Object.assign(process.env, NOWHERE, process.env)
  const modules = (await exportsOf('collections', '.module.ts')).filter(isModule)
  const globals = (await exportsOf('globals', '.global.ts')).filter(isGlobal)
  return { areas: modules.map(areaOf), globals: globals.map(({ slug }) => snake(slug)) }
}

const areaOf = (module: ModuleDeclaration): Area => ({
  slug: module.slug,
  tables: [
    ...[...module.collections.map(({ slug }) => slug), ...(module.pluginCollections ?? [])].map(tableOf),
    ...(module.tables ?? []),
  ],
  ofMechanisms: (module.ofMechanisms ?? []).map(tableOf),
  below: [...(module.dependsOn ?? []), ...(module.knows ?? [])],
})

async function exportsOf(folder: string, suffix: string): Promise<unknown[]> {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => file.endsWith(suffix))
    .map((file) => pathToFileURL(path.join(root, folder, file)))
  return (await Promise.all(found.map(async ({ href }) => (await import(href)) as object))).flatMap(Object.values)
}

const isModule = (it: unknown): it is ModuleDeclaration => has(it, 'slug') && has(it, 'collections')
const isGlobal = (it: unknown): it is GlobalConfig => has(it, 'slug') && has(it, 'fields')
const has = (it: unknown, key: string): boolean => typeof it === 'object' && it !== null && key in it
const snake = (slug: string): string => columnOf(tableOf(slug))
