import type { i18n } from 'i18next';
import { z } from 'zod';
import { whyListed } from '../../access-review/why-listed.ts';
import { CalendarDate } from '../../calendar/dates.ts';
import { sayDate } from '../../calendar/say-date.ts';
import { AccessLook, ListedPattern, LookFilters } from '../../contract/access-review.ts';
import { sayCode } from '../../words/say-code.ts';
import { reason, region, zoneOfRegion } from '../columns.ts';
import { exportList } from '../export-list.ts';

/** The days that are looked through for what stands out. */
export const ExportedDays = z.strictObject({ from: CalendarDate, to: CalendarDate });

/** What looks were narrowed to; whom a name or number stands for is told, since the file tells of them anyway. */
function saidOfLooks(filters: LookFilters, words: i18n): string[] {
  const t = words.getFixedT('en', 'accessReview');
  const { user, patient, from, to, purpose, withoutCall } = filters;
  const named: [string, string | null][] = [
    [t('user'), user],
    [t('patient'), patient],
    [t('from'), from],
    [t('to'), to],
    [t('purpose'), purpose && t(`purposes.${purpose}`)],
  ];
  return [
    ...named.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    ...(withoutCall ? [t('withoutCall')] : []),
  ];
}

export const accessLooks = exportList({
  sameAs: 'accessLooks',
  filters: LookFilters,
  row: AccessLook,
  zoneOf: zoneOfRegion,
  said: saidOfLooks,
  columns: [
    { title: 'at', kind: 'instant', width: 18, cell: ({ at }) => at },
    { title: 'who', kind: 'text', width: 16, cell: ({ userName }) => userName },
    { title: 'userId', kind: 'text', width: 12, cell: ({ userId }) => userId },
    { title: 'patient', kind: 'text', width: 20, cell: ({ whom }) => whom.name },
    { title: 'mrn', kind: 'text', width: 11, cell: ({ whom }) => whom.mrn },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ whom }) => whom.guarantorId },
    region(7),
    { title: 'how', kind: 'text', width: 18, cell: ({ action }) => sayCode('looks', action) },
    {
      title: 'purpose',
      kind: 'text',
      width: 11,
      cell: ({ purpose }, words) => words.t(`accessReview:purposes.${purpose}`),
    },
    {
      title: 'call',
      kind: 'text',
      width: 11,
      cell: ({ callId }, words) => words.t(`accessReview:${callId ? 'onCall' : 'noCall'}`),
    },
    reason(20),
    { title: 'callId', kind: 'text', width: 0, cell: ({ callId }) => callId },
  ],
});

export const accessPatterns = exportList({
  sameAs: 'accessPatterns',
  filters: ExportedDays,
  row: ListedPattern,
  said: ({ from, to }, words) => [
    words.t('accessReview:patternsNote', { from: sayDate('en', from), to: sayDate('en', to) }),
  ],
  columns: [
    { title: 'seenOn', kind: 'date', width: 13, cell: ({ key }) => key.seenOn },
    {
      title: 'kind',
      kind: 'text',
      width: 16,
      cell: ({ key }, words) => words.t(`accessReview:patterns.${key.pattern}`),
    },
    { title: 'who', kind: 'text', width: 14, cell: ({ userName }) => userName },
    { title: 'whyListed', kind: 'text', width: 46, cell: (row, words) => whyListed(words, row) },
    { title: 'looks', kind: 'count', width: 7, cell: ({ looks }) => looks },
    { title: 'reviewedBy', kind: 'text', width: 14, cell: ({ review }) => review?.byName ?? null },
    { title: 'reviewedAt', kind: 'instant', width: 18, cell: ({ review }) => review?.at ?? null },
    { title: 'found', kind: 'text', width: 24, cell: ({ review }) => review?.reason ?? null },
    { title: 'looksThen', kind: 'count', width: 0, cell: ({ review }) => review?.looks ?? null },
    { title: 'userId', kind: 'text', width: 0, cell: ({ key }) => key.userId },
    { title: 'patient', kind: 'text', width: 0, cell: ({ subjectName }) => subjectName },
    { title: 'subject', kind: 'text', width: 0, cell: ({ key }) => key.subject || null },
    { title: 'patients', kind: 'count', width: 0, cell: ({ patients }) => patients },
  ],
});
