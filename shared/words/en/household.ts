/** What a counselor asks a household, and what is said of the answers: read aloud. */
export const household = {
  people: 'How many people live in your household, counting yourself?',
  incomes:
    'What does each of you get before taxes, from work, benefits or anything else, and how often is it paid?',
  medicalExpenses:
    'What did medical and dental care cost your household in the last twelve months, paid or still open?',
  essentialExpenses: 'What do you need each month for rent, food, utilities and getting to work?',
  coverage: 'Does an employer or a public program offer your household health coverage?',
  prescriptions: 'Are there prescriptions you cannot pay for?',
  eligible: 'From what you tell me, you may qualify for: {{programmes}}. Applying for it decides.',
  notEligible: 'These do not fit today: {{programmes}}. You may still apply.',
  unknown: 'For these I need to ask you more: {{programmes}}.',
} as const;
