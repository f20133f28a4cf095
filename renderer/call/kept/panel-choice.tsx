import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../../parts/keycap.tsx';
import classes from './panel-choice.module.css';
import { type Panel, panelKeys } from './panels.ts';

/** What can be done for the caller, each with its key; one panel at a time. */
export function PanelChoice({
  offered,
  panel,
  onChoose,
}: {
  offered: readonly Panel[];
  panel: Panel;
  onChoose: (panel: Panel) => void;
}) {
  const { t } = useTranslation('kept');
  if (offered.length < 2) return null;
  return (
    <fieldset className={classes.choice} aria-label={t('choice')}>
      {offered.map(name => (
        <UnstyledButton
          key={name}
          className={classes.panel}
          aria-pressed={name === panel}
          aria-keyshortcuts={panelKeys[name].replace('Ctrl', 'Control')}
          onClick={() => onChoose(name)}
        >
          <span className={classes.name}>{t(`panels.${name}`)}</span>
          <Keycap name={panelKeys[name]} />
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
