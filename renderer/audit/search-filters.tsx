import { Button, NativeSelect } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDate } from '#shared/calendar/say-date.ts';
import type { SearchChoices } from '#shared/contract/payment-search.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { RegionCode, regions } from '#shared/organization/regions.ts';
import { PaymentState } from '#shared/payments/states.ts';
import {
  type SearchedBatch,
  SearchedException,
  SearchedMethod,
} from '#shared/search/payment-search.ts';
import { readBox } from '#shared/search/read-box.ts';
import type { SearchFault } from '#shared/search/search-fault.ts';
import { useAsk } from '../desk/ask.ts';
import { useDeskState } from '../desk/use-desk-state.ts';
import { Field } from '../parts/field.tsx';
import { AmountFilter } from './amount-filter.tsx';
import { ChoiceFilter } from './choice-filter.tsx';
import { FilterBox } from './filter-box.tsx';
import classes from './search-page.module.css';
import type { UseAsked } from './use-asked.ts';

const nobody: SearchChoices = { takers: [], files: [], postings: [] };

/** The one box, and what narrows it; the first thing that is wrong is said beside it. */
export const SearchFilters = memo(function SearchFilters({
  use,
  fault,
}: {
  use: UseAsked;
  fault: SearchFault | undefined;
}) {
  const { t } = useTranslation(['search', 'problems', 'balance']);
  const { data: choices = nobody } = useAsk('search.choices', null);
  const served = useDeskState()?.user?.regions ?? RegionCode.options;
  const { narrow } = use;
  const { filters, turn } = use.asked;
  const wrong = (field: SearchFault['field']) =>
    fault?.field === field ? t(`problems:${fault.code}`) : undefined;
  const read = readBox(filters.box);
  const took =
    read.kind === 'amount'
      ? t('took.amount', { amount: showMoney(read.amountCents) })
      : t(`took.${read.kind}`);
  const any = { value: '', label: t('any') };
  const batches = [
    ...choices.files.map(({ fileId, businessDay, modifier, entries }) => ({
      batch: { kind: 'ach_file', fileId, batchNumber: null } satisfies SearchedBatch,
      label: t('file', { modifier, date: sayDate('en', businessDay), count: entries }),
    })),
    ...choices.postings.map(({ postedOn, payments }) => ({
      batch: { kind: 'card_posting', postedOn } satisfies SearchedBatch,
      label: t('posting', { date: sayDate('en', postedOn), count: payments }),
    })),
  ];
  return (
    <section aria-label={t('filters')} className={classes.filters}>
      <div className={classes.wide}>
        <Field
          data-focus-first
          label={t('box')}
          placeholder={t('boxHint')}
          description={took}
          error={wrong('box')}
          value={filters.box}
          onChange={event => narrow({ box: event.currentTarget.value })}
        />
      </div>
      {(['from', 'to'] as const).map(end => (
        <FilterBox
          key={end}
          type="date"
          label={t(end)}
          error={wrong(end)}
          value={filters[end]}
          onChange={value => narrow({ [end]: value })}
        />
      ))}
      {(['fromCents', 'toCents'] as const).map(end => (
        <AmountFilter
          key={`${end} ${turn}`}
          label={t(end)}
          error={wrong(end)}
          amount={filters[end]}
          onChange={amount => narrow({ [end]: amount })}
        />
      ))}
      <NativeSelect
        size="xs"
        label={t('region')}
        error={wrong('region')}
        value={filters.region ?? ''}
        onChange={event => narrow({ region: event.currentTarget.value || null })}
        data={[any, ...served.map(value => ({ value, label: regions[value].name }))]}
      />
      <NativeSelect
        size="xs"
        label={t('taker')}
        error={wrong('taker')}
        value={filters.taker ?? ''}
        onChange={event => narrow({ taker: event.currentTarget.value || null })}
        data={[any, ...choices.takers.map(({ userId, name }) => ({ value: userId, label: name }))]}
      />
      <ChoiceFilter
        label={t('method')}
        error={wrong('methods')}
        options={SearchedMethod.options}
        chosen={filters.methods}
        name={method => t(`methods.${SearchedMethod.parse(method)}`)}
        onChange={methods => narrow({ methods })}
      />
      <ChoiceFilter
        label={t('state')}
        error={wrong('states')}
        options={PaymentState.options}
        chosen={filters.states}
        name={state => t(`balance:states.${PaymentState.parse(state)}`)}
        onChange={states => narrow({ states })}
      />
      <NativeSelect
        size="xs"
        label={t('exception')}
        error={wrong('exception')}
        value={filters.exception ?? ''}
        onChange={event => narrow({ exception: event.currentTarget.value || null })}
        data={[
          any,
          ...SearchedException.options.map(value => ({ value, label: t(`exceptions.${value}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={t('batch')}
        error={wrong('batch')}
        value={filters.batch ? JSON.stringify(filters.batch) : ''}
        onChange={({ currentTarget: { value } }) =>
          narrow({
            batch: batches.find(each => JSON.stringify(each.batch) === value)?.batch ?? null,
          })
        }
        data={[
          any,
          ...batches.map(({ batch, label }) => ({ value: JSON.stringify(batch), label })),
        ]}
      />
      {(['patient', 'confirmation', 'last4'] as const).map(name => (
        <FilterBox
          key={name}
          label={t(name)}
          error={wrong(name)}
          value={filters[name]}
          onChange={value => narrow({ [name]: value })}
        />
      ))}
      <div className={classes.end}>
        <Button size="xs" variant="default" onClick={use.clear}>
          {t('clear')}
        </Button>
      </div>
    </section>
  );
});
