import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameMethod } from '#shared/billing/name-method.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { UnsignedCopy } from '#shared/contract/authorisations.ts';
import { regions } from '#shared/organization/regions.ts';
import { announce } from '../../parts/announce.tsx';
import { SignedForm } from '../../parts/signed-form/signed-form.tsx';
import classes from './outcome-list.module.css';
import { useUnsignedCopies } from './use-exceptions.ts';

/** Debits that stand by a spoken yes: whose written copy comes back signed is recorded here, without a call. */
export function UnsignedList() {
  const { t } = useTranslation('exceptions');
  const [open, setOpen] = useState(false);
  const { data, refetch } = useUnsignedCopies();
  if (!data) return null;
  const { copies } = data;
  return (
    <section aria-labelledby="unsigned-title" className={classes.credits}>
      <h2 id="unsigned-title" className={classes.title}>
        {t('unsigned')}
      </h2>
      {copies.length === 0 ? (
        <p className={classes.none}>{t('noUnsigned')}</p>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          mb="xs"
          aria-expanded={open}
          onClick={() => setOpen(now => !now)}
        >
          {t(open ? 'hideUnsigned' : 'showUnsigned', { count: copies.length })}
        </Button>
      )}
      {open && copies.length > 0 && (
        <ul aria-label={t('unsignedList')} className={classes.list}>
          {copies.map(each => (
            <li key={each.authorisationId} className={classes.credit}>
              <Copy copy={each} onRecorded={() => void refetch()} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Copy({ copy, onRecorded }: { copy: UnsignedCopy; onRecorded: () => void }) {
  const { t, i18n } = useTranslation('exceptions');
  const [signing, setSigning] = useState(false);
  const { authorisationId, guarantorName, guarantorId, method, agreedAt, kind } = copy;
  const { timeZone } = regions[copy.region];
  const agreedOn = dateIn(timeZone, agreedAt);
  return (
    <span className={classes.cells}>
      <span className={classes.amount}>{t(`unsignedKinds.${kind}`)}</span>
      <span className={classes.who}>{guarantorName}</span>
      <span className={classes.id}>{t('guarantor', { id: guarantorId })}</span>
      <span className={classes.about}>
        {t('unsignedOf', {
          method: nameMethod(i18n, method),
          on: sayDate('en', agreedOn),
          reference: authorisationId,
        })}{' '}
        {signing ? (
          <SignedForm
            authorisationId={authorisationId}
            agreedOn={agreedOn}
            today={dateIn(timeZone, instantOf(Date.now()))}
            onKeep={() => setSigning(false)}
            onRecorded={() => {
              announce(t('signedRecorded'));
              onRecorded();
            }}
          />
        ) : (
          <Button size="compact-xs" variant="subtle" onClick={() => setSigning(true)}>
            {t('recordSigned')}
          </Button>
        )}
      </span>
    </span>
  );
}
