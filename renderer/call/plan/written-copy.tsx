import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyWay, type PlanOffer } from '#shared/plans/offer.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { RefusedNote } from '../../parts/refused-note.tsx';
import { showClock } from '../../parts/show-time.ts';
import classes from './plan.module.css';
import { SaveDisclosure } from './save-disclosure.tsx';

const keyOf = (way: CopyWay) => `Ctrl+${CopyWay.options.indexOf(way) + 1}`;

/** How the disclosure gets to the caller in writing, which comes before any yes; and as a PDF at the desk. */
export function WrittenCopy({
  offer: { offerId, copy },
  onNoted,
}: {
  offer: PlanOffer;
  onNoted: (offer: PlanOffer) => void;
}) {
  const { t } = useTranslation('plan');
  const note = useAskTo('plans.copy');
  const noteWay = (way: CopyWay) => {
    if (!note.isPending) note.mutate({ offerId, way }, { onSuccess: onNoted });
  };
  const bindings = CopyWay.options.map(way => [
    keyOf(way),
    { does: t(`copies.${way}`), run: () => noteWay(way), shown: 'help' as const },
  ]);
  useKeys(copy ? {} : Object.fromEntries(bindings));
  return (
    <section aria-label={t('copy')}>
      <h3 className={classes.title}>{t('copy')}</h3>
      {copy ? (
        <p role="status" className={classes.noted}>
          <IconCircleCheck size={16} aria-hidden="true" />
          {t(`copyNoted.${copy.way}`, { time: showClock(copy.at) })}
        </p>
      ) : (
        <div className={classes.ways}>
          {CopyWay.options.map(way => (
            <Button
              key={way}
              size="compact-sm"
              variant="default"
              aria-keyshortcuts={keyOf(way).replace('Ctrl', 'Control')}
              rightSection={<Keycap name={keyOf(way)} />}
              onClick={() => noteWay(way)}
            >
              {t(`copies.${way}`)}
            </Button>
          ))}
        </div>
      )}
      <RefusedNote refused={note.error} />
      <SaveDisclosure offerId={offerId} />
    </section>
  );
}
