import { Button, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import classes from './schedule.module.css';

const TAKE_KEY = 'Ctrl+T';
const CAPTURED = 'captured';

/** Methods that an authorisation which stands keeps, each once. */
function keptBy(authorisations: readonly Authorisation[]): Authorisation[] {
  const standing = authorisations.filter(({ state }) => state === 'active');
  return standing.filter(
    (each, index) => standing.findIndex(({ methodId }) => methodId === each.methodId) === index,
  );
}

/** By which card it is paid: the one taken on this call, or one that is kept already. */
export function MethodChoice({
  call,
  authorisations,
  methodId,
  closed,
  onChoose,
  onTakeCard,
}: {
  call: OpenCall;
  authorisations: readonly Authorisation[];
  methodId: string | null;
  /** The backend is away: no card can be taken. */
  closed: boolean;
  onChoose: (methodId: string | null) => void;
  onTakeCard: () => void;
}) {
  const { t, i18n } = useTranslation('schedule');
  const { card } = call;
  const take = () => {
    if (!closed) onTakeCard();
  };
  useKeys({ [TAKE_KEY]: { does: t('takeCard'), run: take } });
  const stored = keptBy(authorisations);
  return (
    <div className={classes.method}>
      <Radio.Group
        label={t('paidBy')}
        value={methodId ?? CAPTURED}
        onChange={value => onChoose(value === CAPTURED ? null : value)}
      >
        {card && (
          <Radio
            size="xs"
            value={CAPTURED}
            label={t('captured', { method: nameMethod(i18n, { kind: 'card', ...card }) })}
          />
        )}
        {stored.map(each => (
          <Radio
            key={each.methodId}
            size="xs"
            value={each.methodId}
            label={t('stored', { method: nameMethod(i18n, each.method) })}
          />
        ))}
      </Radio.Group>
      <Button
        size="compact-sm"
        variant={card ? 'subtle' : 'default'}
        aria-disabled={closed}
        {...(closed && { 'data-disabled': true })}
        aria-keyshortcuts="Control+T"
        rightSection={<Keycap name={TAKE_KEY} />}
        onClick={take}
      >
        {t('takeCard')}
      </Button>
    </div>
  );
}
