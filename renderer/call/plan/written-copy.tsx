import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyWay, type PlanOffer } from '#shared/plans/offer.ts';
import type { Refused } from '../../desk/refused.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { showClock } from '../../parts/show-time.ts';
import classes from './plan.module.css';

const keyOf = (way: CopyWay) => `Ctrl+${CopyWay.options.indexOf(way) + 1}`;

/** Whether it left, waits in the outbox, or can be read online. */
function CopyNoted({ copy }: { copy: NonNullable<PlanOffer['copy']> }) {
  const { t } = useTranslation('plan');
  const { way, at, sentAt } = copy;
  return (
    <p role="status" className={classes.noted}>
      <IconCircleCheck size={16} aria-hidden="true" />
      {sentAt
        ? t(`copySent.${way}`, { time: showClock(sentAt) })
        : t(`copyNoted.${way}`, { time: showClock(at) })}
    </p>
  );
}

/** How the disclosure gets to the caller in writing, which comes before any yes. */
export function WrittenCopy({
  copy,
  send,
  onSend,
}: {
  copy: PlanOffer['copy'];
  send: { readonly isPending: boolean; readonly error: Refused | null };
  onSend: (way: CopyWay) => void;
}) {
  const { t } = useTranslation('plan');
  const sendBy = (way: CopyWay) => {
    if (!send.isPending) onSend(way);
  };
  const bindings = CopyWay.options.map(way => [
    keyOf(way),
    { does: t(`copies.${way}`), run: () => sendBy(way), shown: 'help' as const },
  ]);
  useKeys(copy ? {} : Object.fromEntries(bindings));
  return (
    <section aria-label={t('copy')}>
      <h3 className={classes.title}>{t('copy')}</h3>
      {copy ? (
        <CopyNoted copy={copy} />
      ) : (
        <div className={classes.ways}>
          {CopyWay.options.map(way => (
            <Button
              key={way}
              size="compact-sm"
              variant="default"
              aria-keyshortcuts={keyOf(way).replace('Ctrl', 'Control')}
              rightSection={<Keycap name={keyOf(way)} />}
              onClick={() => sendBy(way)}
            >
              {t(`copies.${way}`)}
            </Button>
          ))}
        </div>
      )}
      <RefusedNote refused={send.error} />
    </section>
  );
}
