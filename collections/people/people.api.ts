/** What other areas may ask of people: logins, memberships of companies, invitations. */
export { provideCompanyBook } from './memberships/companyBook'
export { closeMembership } from './memberships/closeMembership'
export { openMembership } from './memberships/openMembership'
export { sendInvitation } from './memberships/sendInvitation'
export { closeLogin, isClosedByHand, loginFor } from './users/loginFor'
export { forgetPeople, unconfirmedPeople } from './users/forgetPeople'
