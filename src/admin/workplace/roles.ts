import type { StaffRole } from '@/src/mechanisms/access/actor'

/** Employees who work with clients and their orders; which of them, the rows' own access says. */
export const salesRoles: readonly StaffRole[] = ['admin', 'head', 'manager', 'accountant']
