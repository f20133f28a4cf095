import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconFilePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentKind } from '#shared/assistance/policy.ts';
import type { AskedDocument } from '#shared/contract/documents.ts';
import { Keycap } from '../../parts/keycap.tsx';
import classes from './documents.module.css';

/** One kind of document, how it stands, and the button that adds one. */
export function KindHead({
  kind,
  asked,
  mayAdd,
  keyName,
  onAdd,
}: {
  kind: DocumentKind;
  asked: AskedDocument | undefined;
  mayAdd: boolean;
  /** Of the kind that the key adds. */
  keyName?: string;
  onAdd: () => void;
}) {
  const { t } = useTranslation('documents');
  const state = asked?.state ?? 'not_asked';
  const isSettled = ['received', 'accepted', 'waived', 'not_asked'].includes(state);
  const Sign = isSettled ? IconCircleCheck : IconCircleDashed;
  return (
    <div className={classes.head}>
      <span className={classes.kind}>
        <Sign size={16} aria-hidden="true" className={isSettled ? classes.there : classes.open} />
        {t(`kinds.${kind}`)}
      </span>
      <span className={isSettled ? classes.state : classes.wanted}>
        {t(`states.${state}`)}
        {asked?.why && `: ${asked.why}`}
      </span>
      {mayAdd && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('addTo', { kind: t(`kinds.${kind}`) })}
          {...(keyName && { 'aria-keyshortcuts': 'Control+D' })}
          leftSection={<IconFilePlus size={14} aria-hidden="true" />}
          rightSection={keyName && <Keycap name={keyName} />}
          onClick={onAdd}
        >
          {t('add')}
        </Button>
      )}
    </div>
  );
}
