import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentFilters, SearchSort } from '#shared/search/payment-search.ts';
import { ExportButton } from '../export/export-button.tsx';
import { useTotals } from './use-found.ts';

const numbers = new Intl.NumberFormat('en-US');

/** All that is found, as a file: also what nobody has scrolled to. */
export const SearchExport = memo(function SearchExport({
  filters,
  sort,
  enabled,
  isPageHere,
}: {
  filters: PaymentFilters;
  sort: SearchSort;
  enabled: boolean;
  isPageHere: boolean;
}) {
  const { t } = useTranslation('exports');
  const { data } = useTotals(filters, enabled && isPageHere);
  const expected =
    data &&
    (data.exact
      ? t('expected', { count: data.count, number: numbers.format(data.count) })
      : t('expectedMore', { number: numbers.format(data.moreThan) }));
  return (
    <ExportButton
      what={[{ list: 'payments', filters: { filters, sort }, expected }]}
      disabled={!enabled}
    />
  );
});
