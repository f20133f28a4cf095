import type { PaymentState } from '#shared/payments/states.ts';

const tones: Partial<Record<PaymentState, 'stop' | 'ask' | 'done'>> = {
  unknown: 'ask',
  sent: 'ask',
  declined: 'stop',
  returned: 'stop',
  settled: 'done',
  received: 'done',
};

/** What the colour of a state means; the word says it too. */
export const toneOf = (state: PaymentState) => tones[state];
