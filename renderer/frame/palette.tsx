import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../parts/keycap.tsx';
import { type LiveKey, useKeys } from '../parts/keys.ts';
import { useOverlay } from '../parts/overlays.ts';
import { closeOverlay } from './overlay-store.ts';
import classes from './palette.module.css';
import { paletteActions, paletteStore } from './palette-store.ts';
import { useDeskCommands } from './use-desk-commands.ts';

/** Everything that can be done here, found by typing. */
export function Palette({ keys }: { keys: readonly LiveKey[] }) {
  const { t } = useTranslation('frame');
  const commands = useDeskCommands();
  const [query, setQuery] = useState('');
  useOverlay(true);
  useKeys({ Escape: { does: t('keys.close'), run: () => closeOverlay() } }, { alone: true });
  useEffect(() => paletteActions.open(), []);

  const action = (does: string, run: () => void, key?: string): SpotlightActionData => ({
    id: does,
    label: does,
    onClick: () => closeOverlay(run),
    rightSection: key && <Keycap name={key} />,
  });
  const groups: SpotlightActionGroupData[] = [
    {
      group: t('palette.here'),
      actions: keys
        .filter(each => each.key !== 'Ctrl+K')
        .map(each => action(each.does, each.run, each.key)),
    },
    {
      group: t('palette.desk'),
      actions: commands.map(({ does, run }) => action(does, run)),
    },
  ];

  return (
    <Spotlight
      store={paletteStore}
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => closeOverlay()}
      closeOnActionTrigger={false}
      shortcut={null}
      nothingFound={t('palette.nothing')}
      scrollable
      // A long list is read by whoever does not type, too.
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      maxHeight={420}
      closeOnEscape={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      classNames={{ actionSection: classes.key ?? '' }}
      attributes={{ content: { 'aria-label': t('palette.title') } }}
      searchProps={{ placeholder: t('palette.search'), 'aria-label': t('palette.title') }}
    />
  );
}
