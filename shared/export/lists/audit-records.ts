import type { i18n } from 'i18next';
import { sayAction, sayOutcome, sayUser, sayWord } from '../../audit/say-record.ts';
import { namedZoneTime } from '../../calendar/zone-time.ts';
import { AuditFilters, ShownAuditRecord } from '../../contract/audit.ts';
import { exportList } from '../export-list.ts';

function said(filters: AuditFilters, words: i18n): string[] {
  const t = words.getFixedT('en', 'exports');
  const { user, action, outcome, subject, from, to } = filters;
  const named: [string, string | undefined][] = [
    [t('columns.who'), user && sayUser(user)],
    [t('columns.action'), action && sayAction(action)],
    [t('columns.outcome'), outcome && sayOutcome(outcome)],
    [t('columns.about'), subject],
    [t('from'), from && namedZoneTime(from, 'UTC')],
    [t('before'), to && namedZoneTime(to, 'UTC')],
  ];
  const narrowed = named.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return narrowed.length > 0 ? narrowed : [t('wholeTrail')];
}

/** Records of the audit trail to read; what proves them is in its signed export. */
export const auditRecords = exportList({
  sameAs: 'auditRecords',
  filters: AuditFilters,
  row: ShownAuditRecord,
  said,
  columns: [
    { title: 'record', kind: 'count', width: 9, cell: ({ position }) => position },
    { title: 'at', kind: 'instant', width: 18, cell: ({ at }) => at },
    { title: 'who', kind: 'text', width: 14, cell: ({ user }) => user && sayUser(user) },
    { title: 'action', kind: 'text', width: 20, cell: ({ action }) => sayAction(action) },
    { title: 'about', kind: 'text', width: 14, cell: ({ subjectKind }) => sayWord(subjectKind) },
    { title: 'subject', kind: 'text', width: 24, cell: ({ subject }) => subject },
    { title: 'outcome', kind: 'text', width: 12, cell: ({ outcome }) => sayOutcome(outcome) },
    { title: 'detail', kind: 'text', width: 26, cell: ({ detail }) => detail },
    { title: 'purpose', kind: 'text', width: 0, cell: ({ purpose }) => purpose },
    { title: 'callId', kind: 'text', width: 0, cell: ({ call }) => call },
    { title: 'workstation', kind: 'text', width: 0, cell: ({ workstation }) => workstation },
    { title: 'networkAddress', kind: 'text', width: 0, cell: ({ address }) => address },
    { title: 'eventId', kind: 'text', width: 0, cell: ({ id }) => id },
    { title: 'hash', kind: 'text', width: 0, cell: ({ hash }) => hash },
  ],
});
