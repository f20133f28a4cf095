import { useTranslation } from 'react-i18next';
import type { OpenedException } from '#shared/contract/exception-queue.ts';
import { standsUntilDone } from '#shared/exceptions/exception-kind.ts';
import { sayException } from '#shared/exceptions/say-exception.ts';
import { useAway } from '../../desk/use-away.ts';
import { AskAgain } from '../../parts/ask-again.tsx';
import { Busy } from '../../parts/busy.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { RegionClock, useMoment } from '../../parts/region-clock.tsx';
import { DetailOfKind } from './detail-of-kind.tsx';
import { ExceptionHistory } from './exception-history.tsx';
import classes from './outcome-detail.module.css';
import { OwnerLine } from './owner-line.tsx';
import { ResolveForm } from './resolve-form.tsx';
import { useAge } from './use-age.ts';
import { useException, useReadAgainNow } from './use-exceptions.ts';

/** The chosen exception: what it is, what to do, whose it is, what is known, its end, and who did what. */
export function ExceptionPane({ caseId }: { caseId: string }) {
  const { t } = useTranslation('exceptions');
  const { data, error, isFetching, refetch } = useException(caseId);
  const readAgain = useReadAgainNow();
  if (error && !data) {
    return (
      <AskAgain refused={error} busy={isFetching} again={refetch}>
        {t('again')}
      </AskAgain>
    );
  }
  if (!data) return <Busy busy does={t('reading')} />;
  return <Opened opened={data} onDone={readAgain} />;
}

function Opened({ opened, onDone }: { opened: OpenedException; onDone: () => void }) {
  const { t } = useTranslation('exceptions');
  const away = useAway();
  const { exception, history } = opened;
  const { kind, resolved } = exception;
  return (
    <RegionClock region={exception.region}>
      <Head opened={opened} />
      {!resolved && (
        <>
          <div className={classes.part}>
            <h4 className={classes.label}>{t('toDoTitle')}</h4>
            <p>{t(`toDoOf.${kind}`)}</p>
          </div>
          <OwnerLine exception={exception} onDone={onDone} />
        </>
      )}
      <DetailOfKind opened={opened} away={away} onDone={onDone} />
      {!resolved && !standsUntilDone(kind) && (
        <ResolveForm caseId={exception.caseId} away={away} onDone={onDone} />
      )}
      <ExceptionHistory history={history} />
    </RegionClock>
  );
}

function Head({ opened: { exception } }: { opened: OpenedException }) {
  const showMoment = useMoment();
  const { t, i18n } = useTranslation('exceptions');
  const age = useAge(exception);
  const { amountCents, guarantorName, guarantorId, openedAt } = exception;
  return (
    <>
      <h3 className={classes.amount}>
        {amountCents && <MoneyText amount={amountCents} size="large" />}
        <span className={classes.card}>{sayException(i18n, exception)}</span>
      </h3>
      <dl className={classes.facts}>
        {guarantorName && guarantorId && (
          <div>
            <dt>{t('who')}</dt>
            <dd>{t('whoValue', { name: guarantorName, id: guarantorId })}</dd>
          </div>
        )}
        <div>
          <dt>{t('opened')}</dt>
          <dd>{t('openedValue', { at: showMoment(openedAt), age })}</dd>
        </div>
      </dl>
    </>
  );
}
