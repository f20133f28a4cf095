import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FloorDays } from '#shared/contract/floor.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import classes from './floor-page.module.css';
import type { FloorChoice } from './use-floor.ts';

/** Whose floor, over how many days, and whether with the tables. */
export function FloorControls({
  served,
  choice,
  choose,
}: {
  served: readonly RegionCode[];
  choice: FloorChoice;
  choose: (some: Partial<FloorChoice>) => void;
}) {
  const { t } = useTranslation('floor');
  return (
    <section aria-label={t('controls')} className={classes.controls}>
      <NativeSelect
        size="xs"
        data-focus-first
        aria-label={t('region')}
        value={choice.region ?? ''}
        onChange={({ currentTarget: { value } }) =>
          choose({ region: RegionCode.nullable().parse(value || null) })
        }
        data={[
          { value: '', label: t('allRegions') },
          ...served.map(code => ({ value: code, label: regions[code].name })),
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('days')}
        transitionDuration={0}
        value={choice.days}
        onChange={value => choose({ days: FloorDays.parse(value) })}
        data={FloorDays.options.map(value => ({
          value,
          label: t('daysOf', { count: Number(value) }),
        }))}
      />
      <Checkbox
        size="xs"
        label={t('tables')}
        checked={choice.tables}
        onChange={event => choose({ tables: event.currentTarget.checked })}
      />
    </section>
  );
}
