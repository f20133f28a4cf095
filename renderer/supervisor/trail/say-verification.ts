import { useTranslation } from 'react-i18next';
import type { AuditVerification } from '#shared/contract/audit-verification.ts';
import { showCount, showInstant, showSeconds } from './show-figures.ts';

interface Said {
  readonly tone: 'done' | 'stop' | 'small';
  readonly said: string;
  /** For a screen reader, once. */
  readonly heard: string;
  readonly more?: string;
}

/** What came of a verification that has ended, in words. */
export function useVerificationWords(): (verification: AuditVerification) => Said {
  const { t } = useTranslation('trail');
  return ({ outcome, checked, tookMs, begunByName: name, endedAt, broken, cancelledByName }) => {
    const time = endedAt ? showInstant(endedAt) : '';
    const number = showCount(checked);
    if (outcome === 'whole') {
      const seconds = showSeconds(tookMs ?? 0);
      const said = t('whole', { count: checked, number, seconds, time, name });
      return { tone: 'done', said, heard: said };
    }
    if (outcome === 'broken' && broken) {
      const what = t(`what.${broken.what}`);
      const { position } = broken;
      const said =
        position === null
          ? t('brokenSomewhere', { what })
          : t('broken', { position: showCount(position), what });
      return { tone: 'stop', said, heard: said, more: t('foundAt', { time, name, number }) };
    }
    const said =
      outcome === 'cancelled'
        ? t('cancelled', { name: cancelledByName ?? name, number })
        : t('failed');
    return { tone: 'small', said, heard: said };
  };
}
