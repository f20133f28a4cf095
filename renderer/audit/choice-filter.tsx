import { InputBase, Menu } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuOpen } from '../parts/menu-open.tsx';
import classes from './choice-filter.module.css';

/** A filter of which several may be chosen; none chosen asks for nothing. */
export function ChoiceFilter({
  label,
  options,
  chosen,
  name,
  error,
  onChange,
}: {
  label: string;
  options: readonly string[];
  chosen: readonly string[];
  /** What an option is called. */
  name: (option: string) => string;
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useTranslation('search');
  const [opened, setOpened] = useState(false);
  // One that a saved view brought along and that is none any more can be taken out, too.
  const strange = chosen.filter(each => !options.includes(each));
  const called = (option: string) => (options.includes(option) ? name(option) : option);
  const said = chosen.length === 0 ? t('any') : chosen.map(called).join(', ');
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      closeOnItemClick={false}
      position="bottom-start"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <InputBase
          component="button"
          type="button"
          pointer
          size="xs"
          label={label}
          aria-label={`${label}: ${said}`}
          error={error}
          errorProps={{ role: 'alert' }}
          rightSection={<IconSelector size={14} aria-hidden="true" />}
          rightSectionPointerEvents="none"
          classNames={{ input: classes.said }}
        >
          {said}
        </InputBase>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuOpen
          keys={{ Escape: { does: t('close'), run: () => setOpened(false), shown: 'help' } }}
        />
        <Menu.Item disabled={chosen.length === 0} onClick={() => onChange([])}>
          {t('anyOf', { label })}
        </Menu.Item>
        <Menu.Divider />
        <Menu.CheckboxGroup value={[...chosen]} onChange={onChange}>
          <div className={classes.options}>
            {[...strange, ...options].map(option => (
              <Menu.CheckboxItem key={option} value={option}>
                {called(option)}
              </Menu.CheckboxItem>
            ))}
          </div>
        </Menu.CheckboxGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
