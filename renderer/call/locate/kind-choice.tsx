import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../parts/keys.ts';
import { type FindKind, findKinds } from './find-kinds.ts';

/** Which kind of number the box is for; Ctrl with a digit chooses without leaving the box. */
export function KindChoice({
  kind,
  onChange,
}: {
  kind: FindKind;
  onChange: (kind: FindKind) => void;
}) {
  const { t } = useTranslation('locate');
  useKeys(
    Object.fromEntries(
      findKinds.map((each, index) => [
        `Ctrl+${index + 1}`,
        {
          does: t('byKind', { kind: t(`kinds.${each}`) }),
          run: () => onChange(each),
          shown: 'help',
        },
      ]),
    ),
  );
  return (
    <SegmentedControl
      aria-label={t('by')}
      value={kind}
      onChange={value => onChange(findKinds.find(each => each === value) ?? 'mrn')}
      data={findKinds.map(each => ({ value: each, label: t(`tabs.${each}`) }))}
    />
  );
}
