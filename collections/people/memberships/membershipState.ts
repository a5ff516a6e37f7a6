/**
 * What has become of a membership, as the row itself says it: asked and not yet answered (`invited`), the question
 * taken back (`withdrawn`), accepted and open (`active`), accepted and shut (`closed`).
 */
export type MembershipState = 'invited' | 'withdrawn' | 'active' | 'closed'

/** The person has not agreed: nothing is known of them but what the invitation said. */
export const isUnanswered = (state: unknown): boolean => state === 'invited' || state === 'withdrawn'
