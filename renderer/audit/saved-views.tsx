import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuidv4 } from 'uuid';
import type { SearchFault } from '#shared/search/search-fault.ts';
import { useAsk, useAskTo } from '../desk/ask.ts';
import { announce } from '../parts/announce.tsx';
import { useKeys } from '../parts/keys.ts';
import classes from './search-page.module.css';
import type { UseAsked } from './use-asked.ts';

/** Digits are keys of the first nine. */
const KEYED = 9;

/** Searches kept under a name: a press brings one back, Alt with its digit too. */
export const SavedViews = memo(function SavedViews({
  use,
  fault,
}: {
  use: UseAsked;
  fault: SearchFault | undefined;
}) {
  const { t } = useTranslation('search');
  const queries = useQueryClient();
  const { data } = useAsk('search.views', null);
  const [name, setName] = useState<string | null>(null);
  const save = useAskTo('search.saveView');
  const remove = useAskTo('search.removeView');
  const views = data?.views ?? [];
  const readAgain = () => queries.invalidateQueries({ queryKey: ['search.views'] });
  const keyed = views.slice(0, KEYED).map(({ name: does, filters, sort }, index) => [
    `Alt+${index + 1}`,
    {
      does: t('keys.view', { name: does }),
      run: () => use.put(filters, sort),
      shown: 'help' as const,
    },
  ]);
  useKeys({
    'Ctrl+S': { does: t('keys.save'), run: () => setName(''), shown: 'help' },
    ...Object.fromEntries(keyed),
  });

  function keep() {
    const { filters, sort } = use.asked;
    const called = (name ?? '').trim();
    if (called === '' || fault) return;
    const viewId = views.find(each => each.name === called)?.viewId ?? uuidv4();
    save.mutate(
      { viewId, name: called, filters, sort },
      {
        onSuccess() {
          setName(null);
          announce(t('saved', { name: called }));
          void readAgain();
        },
      },
    );
  }

  return (
    <section aria-label={t('views')} className={classes.views}>
      {views.map(({ viewId, name: called, filters, sort }) => (
        <span key={viewId} className={classes.view}>
          <Button
            size="compact-xs"
            variant="default"
            title={called}
            classNames={{ root: classes.called ?? '', label: classes.name ?? '' }}
            onClick={() => use.put(filters, sort)}
          >
            {called}
          </Button>
          <ActionIcon
            size="sm"
            variant="subtle"
            aria-label={t('removeView', { name: called })}
            onClick={() => remove.mutate({ viewId }, { onSuccess: () => void readAgain() })}
          >
            <IconX size={12} aria-hidden="true" />
          </ActionIcon>
        </span>
      ))}
      {name === null ? (
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={fault !== undefined}
          onClick={() => setName('')}
        >
          {t('saveView')}
        </Button>
      ) : (
        <form
          className={classes.view}
          onSubmit={event => {
            event.preventDefault();
            keep();
          }}
        >
          <TextInput
            size="xs"
            autoFocus
            maxLength={60}
            aria-label={t('viewName')}
            placeholder={t('viewName')}
            value={name}
            error={save.error?.message}
            errorProps={{ role: 'alert' }}
            onChange={event => setName(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setName(null);
            }}
          />
          <Button
            type="submit"
            size="compact-xs"
            variant="default"
            ml="xs"
            loading={save.isPending}
          >
            {t('saveView')}
          </Button>
        </form>
      )}
    </section>
  );
});
