import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { isModuleOn } from '@/src/mechanisms/modules/switches'
import { cabinetRequest } from '../_session/session'

/**
 * Where a folder has a `loading.tsx`, the answer has begun with 200 before the page can say that its module is off.
 * The layout stands above that: here the status is still open.
 */
export function moduleLayout(module: string) {
  return async function ModuleLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
    const { req } = await cabinetRequest()
    if (!(await isModuleOn(req, module))) notFound()
    return children
  }
}
