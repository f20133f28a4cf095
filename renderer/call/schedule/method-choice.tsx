import { Button, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PaidBy } from '#shared/authorisations/agreement.ts';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import { nameMethod } from '#shared/billing/name-method.ts';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { capturedOn } from './captured-on.ts';
import classes from './schedule.module.css';

const ways = [
  { paidBy: 'card', does: 'takeCard', keyName: 'Ctrl+T' },
  { paidBy: 'ach', does: 'takeAccount', keyName: 'Ctrl+B' },
] as const;
const CAPTURED = 'captured';

/** Methods that an authorisation which stands keeps, each once. */
function keptBy(authorisations: readonly Authorisation[]): Authorisation[] {
  const standing = authorisations.filter(({ state }) => state === 'active');
  return standing.filter(
    (each, index) => standing.findIndex(({ methodId }) => methodId === each.methodId) === index,
  );
}

/** By which card or bank account it is paid: what was taken on this call, or one that is kept already. */
export function MethodChoice({
  call,
  authorisations,
  methodId,
  closed,
  onChoose,
  onTake,
}: {
  call: OpenCall;
  authorisations: readonly Authorisation[];
  methodId: string | null;
  /** The backend is away: nothing can be taken. */
  closed: boolean;
  onChoose: (methodId: string | null) => void;
  onTake: (paidBy: PaidBy) => void;
}) {
  const { t, i18n } = useTranslation('schedule');
  const captured = capturedOn(call);
  const take = (paidBy: PaidBy) => {
    if (!closed) onTake(paidBy);
  };
  useKeys(
    Object.fromEntries(
      ways.map(({ paidBy, does, keyName }) => [
        keyName,
        { does: t(does), run: () => take(paidBy) },
      ]),
    ),
  );
  const stored = keptBy(authorisations);
  return (
    <div className={classes.method}>
      <Radio.Group
        label={t('paidBy')}
        value={methodId ?? CAPTURED}
        onChange={value => onChoose(value === CAPTURED ? null : value)}
      >
        {captured && (
          <Radio
            size="xs"
            value={CAPTURED}
            label={t('captured', { method: nameMethod(i18n, captured) })}
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
      <div className={classes.ways}>
        {ways.map(({ paidBy, does, keyName }) => (
          <Button
            key={paidBy}
            size="compact-sm"
            variant={captured ? 'subtle' : 'default'}
            aria-disabled={closed}
            {...(closed && { 'data-disabled': true })}
            aria-keyshortcuts={keyName.replace('Ctrl', 'Control')}
            rightSection={<Keycap name={keyName} />}
            onClick={() => take(paidBy)}
          >
            {t(does)}
          </Button>
        ))}
      </div>
    </div>
  );
}
