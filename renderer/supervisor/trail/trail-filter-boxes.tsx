import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sayAction, sayOutcome, sayUser } from '#shared/audit/say-record.ts';
import { useAsk } from '../../desk/ask.ts';
import classes from './trail.module.css';
import { isTurned, type TrailFilters } from './use-trail.ts';

const say = { user: sayUser, action: sayAction, outcome: sayOutcome };
const nothing = { actions: [], outcomes: [], users: [] };

/** Who, what, with what outcome, about what, and when. */
export function TrailFilterBoxes({
  filters,
  onNarrow,
  onClear,
}: {
  filters: TrailFilters;
  onNarrow: (some: Partial<TrailFilters>) => void;
  onClear: () => void;
}) {
  const { t } = useTranslation('trail');
  const { data: choices = nothing } = useAsk('trail.choices', null);
  const lists = { user: choices.users, action: choices.actions, outcome: choices.outcomes };
  return (
    <section aria-label={t('filters')} className={classes.filters}>
      {(['user', 'action', 'outcome'] as const).map((name, index) => (
        <NativeSelect
          key={name}
          size="xs"
          {...(index === 0 && { 'data-focus-first': true })}
          label={t(name)}
          value={filters[name]}
          onChange={event => onNarrow({ [name]: event.currentTarget.value })}
          data={[
            { value: '', label: t('any') },
            ...lists[name].map(value => ({
              value,
              label: say[name](value),
            })),
          ]}
        />
      ))}
      <TextInput
        size="xs"
        label={t('subject')}
        value={filters.subject}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={event => onNarrow({ subject: event.currentTarget.value })}
      />
      {(['from', 'to'] as const).map(name => (
        <TextInput
          key={name}
          size="xs"
          type="date"
          label={t(name)}
          value={filters[name]}
          error={name === 'from' && isTurned(filters) && t('turned')}
          errorProps={{ role: 'alert' }}
          onChange={event => onNarrow({ [name]: event.currentTarget.value })}
        />
      ))}
      <Button size="xs" variant="default" onClick={onClear}>
        {t('clear')}
      </Button>
    </section>
  );
}
