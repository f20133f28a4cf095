/** Who looked at which patient, and why. What stands out is said as it happened, and judges nobody. */
export const accessReview = {
  title: 'Who looked at whom',
  patternsTitle: 'To look at',
  emptyTitle: 'Nobody looked',
  empty: 'No look at a patient is like that. Clear the filters to see every look.',
  filters: 'Narrow the looks',
  user: 'Who',
  patient: 'Patient (MRN, guarantor ID or name)',
  from: 'From (region’s date)',
  to: 'To',
  purpose: 'Purpose',
  withoutCall: 'Only without a call',
  any: 'any',
  purposes: { call: 'call', case: 'case', supervision: 'supervision', none: 'none said' },
  clear: 'Clear all',
  reading: 'Reading…',
  again: 'Try again',
  turned: 'The first day is after the last one; turn the two round.',
  table: 'Looks, the latest first',
  columns: {
    at: 'When',
    user: 'Who',
    whom: 'Patient',
    action: 'How',
    purpose: 'Purpose',
    call: 'Call',
  },
  mrn: 'MRN {{mrn}}',
  guarantor: 'guarantor {{guarantorId}}',
  onCall: 'on a call',
  noCall: 'without a call',
  reason: '“{{reason}}”',
  more: 'Show earlier looks',
  keys: { looks: 'Looks', patterns: 'To look at' },
  days: 'Days that are looked through',
  patternsNote:
    'Listed for a second look, from {{from}} to {{to}}. Being listed says nothing about anybody; most of it is work.',
  nothingTitle: 'Nothing to look at',
  nothing: 'Nothing stands out in these days.',
  beyond_one: '{{count}} more is not shown; choose fewer days.',
  beyond_other: '{{count}} more are not shown; choose fewer days.',
  patterns: {
    family_name: 'Family name in common',
    without_call: 'Many looks without a call',
    after_hours: 'Outside the hours',
    again_and_again: 'Again and again',
  },
  why: {
    family_name_one:
      'Listed because {{user}} and {{patient}} share the name part “{{parts}}”: {{count}} look on {{date}}, {{times}}.',
    family_name_other:
      'Listed because {{user}} and {{patient}} share the name part “{{parts}}”: {{count}} looks on {{date}}, {{times}}.',
    without_call:
      'Listed because {{user}} looked {{count}} times without a call on {{date}}, at {{patients}}; the median of {{colleagues}} others of the role is {{others}} a day.',
    without_call_alone:
      'Listed because {{user}} looked {{count}} times without a call on {{date}}, at {{patients}}; nobody else of the role looked without one in these days.',
    after_hours_weekend_one:
      'Listed because {{date}} fell on a weekend: {{user}} looked once, {{times}}.',
    after_hours_weekend_other:
      'Listed because {{date}} fell on a weekend: {{user}} looked {{count}} times at {{patients}}, {{times}}.',
    after_hours_holiday_one:
      'Listed because {{date}} fell on a holiday: {{user}} looked once, {{times}}.',
    after_hours_holiday_other:
      'Listed because {{date}} fell on a holiday: {{user}} looked {{count}} times at {{patients}}, {{times}}.',
    after_hours_early_or_late_one:
      'Listed because {{user}} looked once on {{date}} outside {{opens}} to {{closes}}, {{times}}.',
    after_hours_early_or_late_other:
      'Listed because {{user}} looked {{count}} times on {{date}} outside {{opens}} to {{closes}}, at {{patients}}, {{times}}.',
    again_and_again:
      'Listed because {{user}} looked at {{patient}} {{count}} times without a call in the week of {{date}}.',
  },
  patients_one: '{{count}} patient',
  patients_other: '{{count}} patients',
  timesOne: 'at {{first}} (region’s clock)',
  timesSome: 'between {{first}} and {{last}} (each region’s clock)',
  own: 'These looks are yours; another supervisor looks at them.',
  reviewed: 'Looked at by {{name}} on {{time}}: “{{reason}}”',
  since_one: 'There is {{count}} look more since then.',
  since_other: 'There are {{count}} looks more since then.',
  show: 'Show the looks',
  review: 'Looked at…',
  reviewReason: 'What you found',
  reviewHint: 'Other supervisors read it here; it stays in the audit trail.',
  keepReview: 'Keep',
  cancel: 'Cancel',
};
