import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanChangeOffer } from '#shared/plans/change.ts';
import { CopyWay } from '#shared/plans/offer.ts';
import { sayPlanChange } from '#shared/plans/say-change.ts';
import type { Language } from '#shared/words/words.ts';
import { Keycap } from '../parts/keycap.tsx';
import { useKeys } from '../parts/keys.ts';
import { showClock } from '../parts/show-time.ts';
import spoken from '../parts/spoken-words.module.css';
import { SAID_KEY } from '../parts/spoken-words.tsx';
import classes from './plan-changes.module.css';

const keyOf = (way: CopyWay) => `Ctrl+${CopyWay.options.indexOf(way) + 1}`;

/** How the terms get to the guarantor in writing, which comes before any yes. */
export function ChangeCopy({
  copy,
  onWay,
}: {
  copy: PlanChangeOffer['copy'];
  onWay: (way: CopyWay) => void;
}) {
  const { t } = useTranslation(['planChanges', 'plan']);
  const bindings = CopyWay.options.map(way => [
    keyOf(way),
    { does: t(`plan:copies.${way}`), run: () => onWay(way), shown: 'help' as const },
  ]);
  useKeys(copy ? {} : Object.fromEntries(bindings));
  return (
    <section aria-label={t('copy')}>
      <h4 className={classes.label}>{t('copy')}</h4>
      {copy ? (
        <p role="status" className={classes.note} data-tone="done">
          <IconCircleCheck size={16} aria-hidden="true" />
          {t(`plan:copyNoted.${copy.way}`, { time: showClock(copy.at) })}
        </p>
      ) : (
        <div className={classes.actions}>
          {CopyWay.options.map(way => (
            <Button
              key={way}
              size="compact-sm"
              variant="default"
              aria-keyshortcuts={keyOf(way).replace('Ctrl', 'Control')}
              rightSection={<Keycap name={keyOf(way)} />}
              onClick={() => onWay(way)}
            >
              {t(`plan:copies.${way}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** The change in words to read aloud, in the caller's language, and the yes to it. */
export function ReadChange({
  offer,
  language,
  onLanguage,
  said,
  canSay,
  onSaid,
}: {
  offer: PlanChangeOffer;
  language: Language;
  onLanguage: (language: Language) => void;
  said: boolean;
  canSay: boolean;
  onSaid: () => void;
}) {
  const { t, i18n } = useTranslation('planChanges');
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (canSay) section.current?.scrollIntoView({ block: 'nearest' });
  }, [canSay]);
  useKeys(said || !canSay ? {} : { [SAID_KEY]: { does: t('said'), run: onSaid } });
  return (
    <section ref={section} aria-label={t('say')} className={classes.read}>
      <h4 className={classes.label}>
        {t('say')}
        <SegmentedControl
          size="xs"
          aria-label={t('language')}
          value={language}
          onChange={value => onLanguage(value === 'es' ? 'es' : 'en')}
          data={[
            { value: 'en', label: 'EN' },
            { value: 'es', label: 'ES' },
          ]}
        />
      </h4>
      <p className={spoken.words} lang={language}>
        {sayPlanChange(i18n, language, offer.terms)}
      </p>
      <div className={spoken.said}>
        <Checkbox
          size="xs"
          label={t('said')}
          checked={said}
          readOnly={said}
          disabled={!said && !canSay}
          onChange={() => !said && onSaid()}
          aria-keyshortcuts={SAID_KEY}
        />
        {!said && canSay && <Keycap name={SAID_KEY} />}
      </div>
    </section>
  );
}
