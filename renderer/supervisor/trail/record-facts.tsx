import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sayAction, sayOutcome, sayUser, sayWord } from '#shared/audit/say-record.ts';
import type { ShownAuditRecord } from '#shared/contract/audit.ts';
import { AttemptKey } from '#shared/payments/attempt-key.ts';
import { useAsk } from '../../desk/ask.ts';
import { keep } from '../../desk/kept.ts';
import { AskAgain } from '../../parts/ask-again.tsx';
import { Busy } from '../../parts/busy.tsx';
import { showCount, showInstant } from './show-figures.ts';
import classes from './trail.module.css';

/** The payment that a record is about, where it is about one. */
function paymentOf({ subjectKind, subject }: ShownAuditRecord): AttemptKey | undefined {
  return subjectKind === 'payment' ? AttemptKey.safeParse(subject).data : undefined;
}

function openPayment(key: AttemptKey) {
  keep('audit:payment', key);
  keep('supervisor:view', 'search');
}

/** Everything that a record says, in words, and what proves it. */
export function RecordFacts({ position }: { position: number }) {
  const { t } = useTranslation('trail');
  const { data, error, isFetching, refetch } = useAsk('trail.record', { position });
  if (error) {
    return (
      <AskAgain refused={error} busy={isFetching} again={refetch}>
        {t('again')}
      </AskAgain>
    );
  }
  if (!data) return <Busy busy does={t('reading')} />;
  const { record, previous, fits, seal } = data;
  const payment = paymentOf(record);
  const said = {
    at: showInstant(record.at),
    user: record.user === null ? t('byItself') : sayUser(record.user),
    action: sayAction(record.action),
    outcome: sayOutcome(record.outcome),
    subjectKind: sayWord(record.subjectKind),
    subject: record.subject,
    detail: record.detail,
    purpose: record.purpose && sayWord(record.purpose),
    call: record.call,
    workstation: record.workstation,
    address: record.address,
    id: record.id,
    position: showCount(record.position),
  } as const;
  const { keyId } = seal ?? {};
  return (
    <>
      <dl className={classes.facts}>
        {(Object.keys(said) as (keyof typeof said)[]).map(name => (
          <Fact key={name} name={t(`fields.${name}`)} text={said[name] || t('none')} />
        ))}
        <Fact name={t('fields.previous')} text={previous} isHash />
        <Fact name={t('fields.hash')} text={record.hash} isHash />
        <Fact
          name={t('fields.seal')}
          text={
            seal
              ? t('seal', { position: showCount(seal.position), time: showInstant(seal.at), keyId })
              : t('noSeal')
          }
        />
      </dl>
      <p className={`${classes.fits} ${fits ? classes.done : classes.stop}`}>
        {t(fits ? 'fits' : 'fitsNot')}
      </p>
      {payment && (
        <div className={classes.line}>
          <Button size="compact-sm" variant="default" onClick={() => openPayment(payment)}>
            {t('openPayment')}
          </Button>
        </div>
      )}
    </>
  );
}

function Fact({ name, text, isHash = false }: { name: string; text: string; isHash?: boolean }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={isHash ? classes.hash : undefined}>{text}</dd>
    </>
  );
}
