import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './busy.module.css';

/** Below this a sign of work is only a flicker. */
const SHOWN_AFTER_MS = 200;

/** True once `busy` has lasted longer than a glance. */
export function useLastsLong(busy: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLong(true), SHOWN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [busy]);
  return busy && long;
}

/** A sign of work in a place that is kept free for it, so that nothing moves when it comes or goes. */
export function Busy({ busy, does }: { busy: boolean; does?: string }) {
  const { t } = useTranslation();
  const long = useLastsLong(busy);
  return (
    <span role="status" className={classes.busy}>
      {long && (
        <>
          <Loader size={14} aria-hidden="true" />
          <span>{does ?? t('busy')}</span>
        </>
      )}
    </span>
  );
}
