import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignedArrival } from '#shared/contract/arrivals.ts';
import { MOST_EXCEPTIONS } from '#shared/contract/exceptions.ts';
import { type Cents, noCents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { announce } from '../../parts/announce.tsx';
import list from '../exceptions/outcome-list.module.css';
import { ArrivalItem } from './arrival-item.tsx';
import classes from './arrivals.module.css';
import { useUnmatchedArrivals } from './use-arrivals.ts';

/** Money that arrived and that nobody could match, each with the form that posts it by hand. */
export function ArrivalList() {
  const { t } = useTranslation('arrivals');
  const { data, refetch } = useUnmatchedArrivals();
  const [chosen, setChosen] = useState<string | null>(null);
  const [assigned, setAssigned] = useState<AssignedArrival | null>(null);
  const count = data?.arrivals.length ?? 0;
  useEffect(() => {
    if (count > 0) announce(t('heard', { count }));
  }, [count, t]);
  if (!data) return null;

  function done(posted: AssignedArrival) {
    setAssigned(posted);
    setChosen(null);
    void refetch();
  }
  return (
    <section aria-labelledby="arrivals-title" className={list.credits}>
      <h2 id="arrivals-title" className={list.title}>
        {t('title')}
      </h2>
      {assigned && <Done assigned={assigned} />}
      {count === 0 ? (
        <p className={list.none}>{t('none')}</p>
      ) : (
        <ul aria-label={t('list')} className={list.list}>
          {data.arrivals.map(arrival => (
            <li key={arrival.arrivalId}>
              <ArrivalItem
                arrival={arrival}
                isOpen={arrival.arrivalId === chosen}
                onToggle={isOpen => setChosen(isOpen ? arrival.arrivalId : null)}
                onAssigned={done}
              />
            </li>
          ))}
        </ul>
      )}
      {count === MOST_EXCEPTIONS && (
        <p className={list.most}>{t('most', { count: MOST_EXCEPTIONS })}</p>
      )}
    </section>
  );
}

function Done({ assigned }: { assigned: AssignedArrival }) {
  const { t } = useTranslation('arrivals');
  const { amountCents, guarantorName, guarantorId } = assigned;
  const creditCents = assigned.creditCents as Cents;
  return (
    <p role="status" className={classes.done}>
      {t(creditCents > noCents ? 'doneCredit' : 'done', {
        amount: showMoney(amountCents),
        name: guarantorName,
        id: guarantorId,
        credit: showMoney(creditCents),
      })}
    </p>
  );
}
