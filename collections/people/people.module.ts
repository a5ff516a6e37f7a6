import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { loginSessions } from './login-sessions/login-session.collection'
import { memberships } from './memberships/membership.collection'
import { portalRoles } from './portal-roles/portal-role.collection'
import { portalRoleResource } from './portal-roles/portal-role.exchange'
import { staff } from './staff/staff.collection'
import { users } from './users/user.collection'

export const peopleModule = defineModule({
  slug: 'people',
  label: { ru: 'Люди и доступ', en: 'People and access' },
  required: true,
  collections: [staff, users, portalRoles, memberships, loginSessions],
  parts: [portalRoleResource],
})
