import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { brandName } from '#shared/cards/brands.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../../desk/ask.ts';
import { Busy } from '../../../parts/busy.tsx';
import { Keycap } from '../../../parts/keycap.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { RefusedNote } from '../../../parts/refused-note.tsx';
import { SpokenWords } from '../../../parts/spoken-words.tsx';
import { useSpoken } from '../../../parts/use-spoken.ts';
import { Acknowledge } from '../acknowledge.tsx';
import classes from './kept.module.css';
import { useReadStoredAgain } from './use-stored-methods.ts';

const OFFER_KEY = 'Ctrl+Shift+K';

/** Offers to keep a new card for later calls: with its own words, and a yes of its own. */
export function KeepCard({
  call,
  card,
  offering,
  setOffering,
}: {
  call: OpenCall;
  card: NonNullable<OpenCall['card']>;
  /** The words for it are being read. */
  offering: boolean;
  setOffering: (offering: boolean) => void;
}) {
  const { t } = useTranslation('payment');
  const { say, language } = useSpoken();
  const keep = useAskTo('storedMethods.keep');
  const readAgain = useReadStoredAgain(call);
  const isKept = call.storedMethodId !== null;
  const offer = () => setOffering(true);
  const onSuccess = () => {
    setOffering(false);
    readAgain();
  };
  useKeys(
    isKept || offering ? {} : { [OFFER_KEY]: { does: t('kept.offer'), run: offer, shown: 'help' } },
  );
  if (isKept) {
    return keep.isSuccess ? (
      <p role="status" className={classes.isKept}>
        <IconCheck size={14} aria-hidden="true" />
        {t('kept.isKept')}
      </p>
    ) : null;
  }
  if (!offering) {
    return (
      <div className={classes.offer}>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-keyshortcuts="Control+Shift+K"
          rightSection={<Keycap name={OFFER_KEY} />}
          onClick={offer}
        >
          {t('kept.offer')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.offer}>
      <SpokenWords
        acknowledge={
          <Acknowledge
            label={t('kept.wantsIt')}
            given={keep.isPending}
            onGive={() => keep.mutate({ language }, { onSuccess })}
          />
        }
      >
        {say('keepCard', { brand: brandName[card.brand], last4: card.last4 })}
      </SpokenWords>
      <Button size="compact-sm" variant="subtle" onClick={() => setOffering(false)}>
        {t('kept.saidNo')}
      </Button>
      <RefusedNote refused={keep.error} />
      <Busy busy={keep.isPending} does={t('kept.keeping')} />
    </div>
  );
}
