import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportListName } from '#shared/export/lists.ts';
import type { KeyName } from '../parts/key-name.ts';
import { useKeys } from '../parts/keys.ts';
import { MenuOpen } from '../parts/menu-open.tsx';
import { ExportsOne, ExportsSome } from './export-items.tsx';

export interface Exportable {
  readonly list: ExportListName;
  /** As the list declares them; all of it when left out. */
  readonly filters?: Record<string, unknown>;
  /** What is known beforehand of how much that is, in a few words. */
  readonly expected?: string | undefined;
  /** The heading it stands under, where a page has many. */
  readonly under?: string;
}

/** Takes one or several lists of a page along as a file: which and as what is chosen from a menu. */
export function ExportButton({
  what,
  keyName = 'Ctrl+E',
  disabled = false,
}: {
  what: readonly Exportable[];
  keyName?: KeyName;
  disabled?: boolean;
}) {
  const { t } = useTranslation('exports');
  const [opened, setOpened] = useState(false);
  const only = what.length === 1 ? what[0] : undefined;
  const open = () => {
    if (!disabled) setOpened(true);
  };
  useKeys({ [keyName]: { does: t('open'), run: open, shown: 'help' } });
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={only ? 264 : 440}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="default"
          disabled={disabled}
          aria-label={only ? t('doesOf', { list: t(`lists.${only.list}`) }) : t('open')}
          aria-keyshortcuts={keyName.replace('Ctrl', 'Control')}
          leftSection={<IconDownload size={14} aria-hidden="true" />}
        >
          {t('does')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuOpen />
        {only ? <ExportsOne exportable={only} /> : <ExportsSome what={what} />}
      </Menu.Dropdown>
    </Menu>
  );
}
