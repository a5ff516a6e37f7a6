import { defineModule } from '@/src/mechanisms/modules/defineModule'
import { passwordActions } from '@/src/mechanisms/sessions/credentials'
import { personLetterJob } from '@/src/mechanisms/sessions/person-letters'
import { recoveryJob } from '@/src/mechanisms/sessions/recovery'
import { userEvents } from './users/user.events'
import { staffEvents } from './staff/staff.events'
import { membershipEvents } from './memberships/membership.events'
import { inviteClientStep } from './memberships/membership.steps'
import { changeListView, removeListView, saveListView } from './list-views/list-view.actions'
import { listViews } from './list-views/list-view.collection'
import { loginSessions } from './login-sessions/login-session.collection'
import { memberships } from './memberships/membership.collection'
import { portalRoles } from './portal-roles/portal-role.collection'
import { portalRoleResource } from './portal-roles/portal-role.exchange'
import { endPersonSessionsAction } from './login-sessions/login-session.actions'
import { inviteStaffAction, inviteStaffAgainAction, withdrawStaffAction } from './staff/staff.actions'
import { staff } from './staff/staff.collection'
import { inviteStaffStep } from './staff/staff.steps'
import { setActiveAction, setRoleAction } from './memberships/membership.actions'
import { acceptAction, inviteAction } from './memberships/membership.invitation.actions'
import { withdrawAction } from './memberships/membership.withdraw.actions'
import { colleagueSearch } from './memberships/membership.search'
import { changeEmailAction, confirmEmailAction } from './users/user.credentials.actions'
import {
  endOtherSessionsAction,
  endSessionAction,
  removePhotoJob,
  setPhotoAction,
  updateProfileAction,
} from './users/user.profile.actions'
import { confirmAction, registerAction } from './users/user.registration.actions'
import { users } from './users/user.collection'
import { membershipRecord } from './memberships/membership.record'

export const peopleModule = defineModule({
  slug: 'people',
  label: { ru: 'Люди и доступ', en: 'People and access' },
  required: true,
  dependsOn: ['content'],
  collections: [staff, users, portalRoles, memberships, loginSessions, listViews],
  ofMechanisms: ['staff', 'users', 'portal-roles', 'memberships', 'login-sessions'],
  parts: [
    membershipRecord,
    userEvents,
    staffEvents,
    membershipEvents,
    portalRoleResource,
    personLetterJob,
    recoveryJob,
    registerAction,
    confirmAction,
    updateProfileAction,
    setPhotoAction,
    removePhotoJob,
    endSessionAction,
    endOtherSessionsAction,
    passwordActions.users,
    passwordActions.staff,
    changeEmailAction,
    confirmEmailAction,
    setRoleAction,
    setActiveAction,
    inviteAction,
    withdrawAction,
    acceptAction,
    colleagueSearch,
    inviteStaffAction,
    inviteStaffAgainAction,
    withdrawStaffAction,
    endPersonSessionsAction,
    saveListView,
    changeListView,
    removeListView,
    inviteStaffStep,
    inviteClientStep,
  ],
  capabilities: {
    'company.manage': { ru: 'Управляет сотрудниками компании', en: 'Manages the company' },
  },
  commands: [
    { href: '/company#invite', label: { ru: 'Пригласить коллегу', en: 'Invite a colleague' }, needs: 'company.manage' },
    { href: '/profile#password', label: { ru: 'Сменить пароль', en: 'Change the password' } },
    { href: '/notifications', label: { ru: 'Открыть уведомления', en: 'Open notifications' } },
  ],
})
