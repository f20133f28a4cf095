import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskUser } from '#shared/contract/session.ts';
import { useAskTo } from '../desk/ask.ts';
import { MenuOpen } from '../parts/menu-open.tsx';

const schemes = ['auto', 'light', 'dark'] as const;

/** Who is signed in, how the desk looks, and the way out. */
export function UserMenu({ user }: { user: DeskUser }) {
  const { t } = useTranslation(['frame', 'common']);
  const [opened, setOpened] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useAskTo('session.signOut');
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={232}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('menu', { name: user.name })}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {user.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuOpen />
        <Menu.Label>{t(`common:roles.${user.role}`)}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('scheme.title')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={value => setColorScheme(schemes.find(scheme => scheme === value) ?? 'auto')}
        >
          {schemes.map(scheme => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => signOut.mutate(null)}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
