import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOpenCall } from '../desk/use-open-call.ts';
import { Keycap } from '../parts/keycap.tsx';
import { useKeys } from '../parts/keys.ts';
import { useCounselorPlace } from './counselor-place.ts';
import classes from './top-bar.module.css';

const PLACE_KEY = 'F10';
const places = ['cases', 'calls'] as const;

/** A counselor's two workspaces. While a card is being typed over the page nobody leaves it. */
export function PlaceSwitch() {
  const { t } = useTranslation('hardship');
  const [place, go] = useCounselorPlace();
  const rests = useOpenCall()?.recording === 'paused';
  const other = place === 'cases' ? 'calls' : 'cases';
  useKeys(
    rests
      ? {}
      : { [PLACE_KEY]: { does: t(`toPlace.${other}`), run: () => go(other), shown: 'help' } },
  );
  return (
    <div className={classes.places} title={rests ? t('cardOpen') : undefined}>
      <SegmentedControl
        size="xs"
        aria-label={t('places')}
        disabled={rests}
        value={place}
        onChange={chosen => go(places.find(each => each === chosen) ?? 'cases')}
        data={places.map(value => ({ value, label: t(`place.${value}`) }))}
      />
      <Keycap name={PLACE_KEY} />
    </div>
  );
}
