import type { Runner } from '../../database/query'
import { moduleOfEntity, moduleOfPart } from '../../modules/defineModule'
import { isModuleOn } from '../../modules/switches'
import { declaredResources, type Resource } from './defineResource'

/** Whether a kind of record is taken and given now: the area that declares it is on. */
export async function resourceIsOn(runner: Runner, resource: Resource): Promise<boolean> {
  const module = moduleOfPart(resource) ?? moduleOfEntity(resource.name)
  return module === undefined || (await isModuleOn(runner, module))
}

/** The kinds of records that are taken and given now. */
export async function resourcesOn(runner: Runner): Promise<Resource[]> {
  const on: Resource[] = []
  for (const resource of declaredResources()) if (await resourceIsOn(runner, resource)) on.push(resource)
  return on
}
