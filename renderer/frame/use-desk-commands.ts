import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAskTo } from '../desk/ask.ts';
import { useCopyCommands } from './use-copy-commands.ts';

export interface DeskCommand {
  readonly does: string;
  readonly run: () => void;
}

/** What can be asked of the desk itself without a key of its own. */
export function useDeskCommands(): readonly DeskCommand[] {
  const { t } = useTranslation('frame');
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useAskTo('session.signOut');
  const copy = useCopyCommands();
  return [
    ...(['light', 'dark', 'auto'] as const).map(scheme => ({
      does: `${t('scheme.title')}: ${t(`scheme.${scheme}`)}`,
      run: () => setColorScheme(scheme),
    })),
    ...copy,
    { does: t('signOut'), run: () => signOut.mutate(null) },
  ];
}
