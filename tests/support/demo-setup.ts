import type { TestProject } from 'vitest/node'
import { makeDemo } from './demo'

/** After the run's server has started: fills the demo once for all workers. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('demo', await makeDemo(project.getProvidedContext().testServer))
}
