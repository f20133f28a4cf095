import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '#shared/calendar/dates.ts';
import { AccessPurpose, type LookFilters } from '#shared/contract/access-review.ts';
import { FilterBox } from '../../audit/filter-box.tsx';
import classes from './access-review.module.css';
import { isTurned } from './use-looks.ts';

/** Who, whom, when, under which purpose, with or without a call. */
export function LookFilterBoxes({
  filters,
  users,
  onNarrow,
  onClear,
}: {
  filters: LookFilters;
  users: readonly { readonly userId: string; readonly name: string }[];
  onNarrow: (some: Partial<LookFilters>) => void;
  onClear: () => void;
}) {
  const { t } = useTranslation('accessReview');
  const any = { value: '', label: t('any') };
  return (
    <section aria-label={t('filters')} className={classes.filters}>
      <NativeSelect
        size="xs"
        data-focus-first
        label={t('user')}
        value={filters.user ?? ''}
        onChange={event => onNarrow({ user: event.currentTarget.value || null })}
        data={[any, ...users.map(({ userId, name }) => ({ value: userId, label: name }))]}
      />
      <FilterBox
        label={t('patient')}
        value={filters.patient}
        error={undefined}
        onChange={patient => onNarrow({ patient })}
      />
      <NativeSelect
        size="xs"
        label={t('purpose')}
        value={filters.purpose ?? ''}
        onChange={event =>
          onNarrow({ purpose: AccessPurpose.safeParse(event.currentTarget.value).data ?? null })
        }
        data={[
          any,
          ...AccessPurpose.options.map(value => ({ value, label: t(`purposes.${value}`) })),
        ]}
      />
      {(['from', 'to'] as const).map(end => (
        <FilterBox
          key={end}
          type="date"
          label={t(end)}
          value={filters[end]}
          error={end === 'from' && isTurned(filters) ? t('turned') : undefined}
          onChange={value => onNarrow({ [end]: CalendarDate.safeParse(value).data ?? null })}
        />
      ))}
      <div className={classes.end}>
        <Checkbox
          size="xs"
          label={t('withoutCall')}
          checked={filters.withoutCall === true}
          onChange={event => onNarrow({ withoutCall: event.currentTarget.checked || null })}
        />
        <Button size="xs" variant="default" onClick={onClear}>
          {t('clear')}
        </Button>
      </div>
    </section>
  );
}
