import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HardshipCase } from '#shared/hardship/case.ts';
import { Keycap } from '../parts/keycap.tsx';
import { useKeys } from '../parts/keys.ts';
import { CallbackForm } from './callback-form.tsx';
import classes from './case.module.css';
import { CaseItem } from './case-item.tsx';

const CALLBACK_KEY = 'Ctrl+B';

/** What is to be done in the case, what is due first coming first. */
export function CaseItems({ hardshipCase }: { hardshipCase: HardshipCase }) {
  const { t } = useTranslation('hardship');
  const { items, owner, closed } = hardshipCase;
  const [noting, setNoting] = useState(false);
  const may = closed === null && (owner?.isYou ?? false);
  const begin = () => setNoting(true);
  useKeys(may ? { [CALLBACK_KEY]: { does: t('callBack'), run: begin, shown: 'help' } } : {});
  if (closed) return null;
  return (
    <section aria-labelledby="case-items" className={classes.part}>
      <div className={classes.titled}>
        <h3 id="case-items" className={classes.title}>
          {t('toDo')}
        </h3>
        {may && !noting && (
          <Button
            size="compact-sm"
            variant="default"
            aria-keyshortcuts="Control+B"
            rightSection={<Keycap name={CALLBACK_KEY} />}
            onClick={begin}
          >
            {t('callBack')}
          </Button>
        )}
      </div>
      {may && noting && (
        <CallbackForm hardshipCase={hardshipCase} onLeave={() => setNoting(false)} />
      )}
      {items.length === 0 ? (
        <p className={classes.small}>{t('nothingToDo')}</p>
      ) : (
        <ul>
          {items.map(item => (
            <CaseItem key={item.itemId} hardshipCase={hardshipCase} item={item} mayFinish={may} />
          ))}
        </ul>
      )}
    </section>
  );
}
