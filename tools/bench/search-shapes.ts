import { noFilters, type PaymentFilters } from '#shared/search/payment-search.ts';

/** What supervisors search by, each filter alone and the way they come together, of made-up payments up to November 2026. */
const shapes: Readonly<Record<string, Partial<PaymentFilters>>> = {
  everything: {},
  'one day': { from: '2026-03-03', to: '2026-03-03' },
  'one month': { from: '2025-03-01', to: '2025-03-31' },
  'one year': { from: '2025-01-01', to: '2025-12-31' },
  'a busy representative': { taker: 'bench.3' },
  'a rare representative': { taker: 'bench.399' },
  'one region': { region: 'HI' },
  'a common state': { states: ['settled'] },
  'a rare state': { states: ['returned'] },
  'two states': { states: ['voided', 'refunded'] },
  'a common method': { methods: ['ach'] },
  'two rare methods': { methods: ['wire', 'mail'] },
  'narrow amounts': { fromCents: 10_000, toCents: 10_100 },
  'large amounts': { fromCents: 200_000 },
  'last four': { last4: '4242' },
  'a patient': { patient: '00000123' },
  'an MRN in the box': { box: '00000123' },
  'an account in the box': { box: '00-000123' },
  'a guarantor in the box': { box: '300000123' },
  'a bill-pay number in the box': { box: '10000000123' },
  'a name in the box': { box: 'family1234' },
  'an amount in the box': { box: '$312.40' },
  'outcomes nobody knows': { exception: 'unknown' },
  'not posted in time': { exception: 'unposted' },
  'overridden ones': { exception: 'overridden' },
  "a day's card posting": { batch: { kind: 'card_posting', postedOn: '2026-03-03' } },
  'a state its method never has': { states: ['declined'], methods: ['wire'] },
  'a state long left': { states: ['approved'], to: '2025-01-01' },
  'person, state, method and half a year': {
    taker: 'bench.20',
    states: ['declined'],
    methods: ['card'],
    from: '2025-01-01',
    to: '2025-06-30',
  },
  'region, state and method': { region: 'HI', states: ['voided'], methods: ['ach'] },
  'region, amounts, method and a year': {
    region: 'CO',
    methods: ['card'],
    fromCents: 5_000,
    toCents: 50_000,
    from: '2024-06-01',
    to: '2025-06-30',
  },
  'state, large amounts and a month': {
    states: ['declined'],
    fromCents: 280_000,
    from: '2026-01-01',
    to: '2026-01-31',
  },
};

export const searchShapes: readonly (readonly [string, PaymentFilters])[] = Object.entries(
  shapes,
).map(([name, filters]) => [name, { ...noFilters, ...filters }]);
