import type { DeskUser } from '#shared/contract/session.ts';

/** Why somebody was not let in. */
export const signInRefusals = ['bad_credentials', 'sign_in_locked', 'user_switched_off'] as const;

/**
 * Tells who somebody is. The sandbox asks for a password; OpenID Connect takes its place behind this.
 * Refuses with `bad_credentials`, `sign_in_locked` or `user_switched_off`.
 */
export interface SignIn {
  identify(userId: string, password: string): Promise<DeskUser>;
}
