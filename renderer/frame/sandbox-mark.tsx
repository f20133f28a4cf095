import { Badge } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSandboxDate } from '../desk/use-sandbox-date.ts';
import { announce } from '../parts/announce.tsx';
import classes from './top-bar.module.css';

/** That nothing here is real; and once the sandbox was moved, which day it is there. */
export function SandboxMark() {
  const { t } = useTranslation(['frame', 'common']);
  const date = useSandboxDate();
  const words = date ? t('sandboxDate', { date }) : t('common:sandboxShort');
  const told = useRef(words);
  useEffect(() => {
    if (told.current !== words) announce(words);
    told.current = words;
  }, [words]);
  return (
    <Badge
      variant="outline"
      color="gray"
      radius="sm"
      className={classes.sandbox}
      data-moved={date !== undefined || undefined}
    >
      {words}
    </Badge>
  );
}
