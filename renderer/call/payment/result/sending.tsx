import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../desk/use-now.ts';
import type { ResultProps } from './attempt-result.tsx';
import classes from './result.module.css';
import { ResultHead } from './result-head.tsx';

/** After this long a caller asks what is happening. */
const LONG_MS = 3_000;

/** The payment is on its way; how long it has been is counted, and nothing else can be done. */
export function Sending({ attempt }: ResultProps) {
  const { t } = useTranslation('payment');
  const waitedMs = useNow(1_000) - Date.parse(attempt.committedAt);
  return (
    <section aria-label={t('result')}>
      <ResultHead attempt={attempt} title={t('sending')} tone="calm" sign={<Loader size={24} />} />
      <p className={classes.part} role="status">
        {waitedMs > LONG_MS && t('sendingMore')}
      </p>
    </section>
  );
}
