import type { i18n } from 'i18next';
import type { Verification } from '../contract/verifications.ts';

/** How the caller was verified, or why not; empty when nobody was asked. */
export function verificationSentence(verification: Verification | null, words: i18n): string {
  if (!verification) return '';
  const say = words.getFixedT('en', 'summary');
  const { callerRole, state, matched, refusal } = verification;
  const role = say(`roles.${callerRole}`);
  if (state === 'locked') return say('verification.locked', { role });
  if (state === 'refused') {
    return say('verification.refused', {
      role,
      refusal: refusal ? say(`refusals.${refusal}`) : '',
    });
  }
  if (callerRole === 'guest_payer') return say('verification.guest');
  if (state === 'open') return say('verification.open', { role });
  const factors = matched.map(factor => say(`factors.${factor}`));
  return say('verification.verified', { role, factors: new Intl.ListFormat('en').format(factors) });
}
