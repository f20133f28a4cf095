/** Payment plans: why there is none, and why one differs from what was asked for. */
export const plans = {
  refusal: {
    nothing_owed: 'There is nothing to pay: a plan needs an amount above $0.00.',
    amount_too_large: 'A plan is for $10,000,000.00 at most; ask a supervisor about more.',
    rate_out_of_range: 'The interest rate must lie between 0 % and 36 %.',
    term_out_of_range: 'A plan runs for 2 to 120 months; choose another term.',
    first_before_agreed:
      'The first payment cannot be due before the plan is agreed; choose that day or a later one.',
    first_too_late:
      'The first payment must be due within 12 months of the agreement; choose an earlier date.',
    not_the_due_day:
      'The first payment must be due on the day of the month that all others are due; choose that day.',
    paid_at_once: 'The first payment would pay everything; take it as a payment, without a plan.',
    payment_too_small:
      'That would take more than 120 months; {{least}} a month is the least that is enough.',
  },
  loweredRate: 'No interest, because {{law}} forbids it: {{says}}',
  noRule:
    'No law on file for {{state}} forbids interest to patients who qualify for assistance; ask counsel.',
  endsEarly: 'Paid off with payment {{last}}, because payments are whole cents.',
};
