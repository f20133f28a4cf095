import { ActionIcon, Menu } from '@mantine/core';
import { IconEar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCall } from '#shared/desk/open-call.ts';
import { useAskTo } from '../../desk/ask.ts';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { MenuOpen } from '../../parts/menu-open.tsx';

const aids = [
  { aid: 'interpreter', key: 'Ctrl+I' },
  { aid: 'tty', key: 'Ctrl+Y' },
] as const;

/** How else the caller is spoken to: an interpreter, a TTY. Both may turn up in the middle of the call. */
export function CallerAids({ call: { options } }: { call: OpenCall }) {
  const { t } = useTranslation(['call', 'common']);
  const [opened, setOpened] = useState(false);
  const { mutate: setOptions } = useAskTo('call.setOptions');
  const toggle = (aid: (typeof aids)[number]['aid']) =>
    setOptions({ ...options, [aid]: !options[aid] });
  const keys = Object.fromEntries(
    aids.map(({ aid, key }) => [
      key,
      { does: t(`start.${aid}`), run: () => toggle(aid), shown: 'help' as const },
    ]),
  );
  useKeys(keys);

  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={320}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      closeOnItemClick={false}
    >
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('common:say.aids')}
          title={t('common:say.aids')}
        >
          <IconEar size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuOpen keys={keys} />
        {aids.map(({ aid, key }) => (
          <Menu.CheckboxItem
            key={aid}
            checked={options[aid]}
            onChange={() => toggle(aid)}
            rightSection={<Keycap name={key} />}
          >
            {t(`start.${aid}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
