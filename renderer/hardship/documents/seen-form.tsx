import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SeenDocument } from '#shared/assistance/application.ts';
import { useAsk } from '../../desk/ask.ts';
import { ReasonBox } from '../../parts/reason-box.tsx';
import { useReason } from '../../parts/use-reason.ts';
import classes from './documents.module.css';

const { how: How, by: By } = SeenDocument.shape;

/** What was seen of a document of which no file is here, how and by whom: by whoever types, unless they say another. */
export function SeenForm({
  onGiven,
  onLeave,
}: {
  onGiven: (seen: SeenDocument) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('documents');
  const { data } = useAsk('desk.state', null);
  const what = useReason();
  const [how, setHow] = useState<SeenDocument['how']>('in_person');
  const [typed, setTyped] = useState(data?.user?.name ?? '');
  const [tried, setTried] = useState(false);
  const by = By.safeParse(typed).data;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const said = what.give();
    if (said !== undefined && by !== undefined) onGiven({ how, what: said, by });
  }
  return (
    <form onSubmit={submit} noValidate aria-label={t('seenTitle')} className={classes.form}>
      <p>{t('seenTitle')}</p>
      <ReasonBox autoFocus reason={what} label={t('seenWhat')} hint={t('seenWhatHint')} />
      <NativeSelect
        label={t('seenHow')}
        value={how}
        onChange={event => setHow(How.parse(event.currentTarget.value))}
        data={How.options.map(value => ({ value, label: t(`seenHows.${value}`) }))}
      />
      <TextInput
        label={t('seenBy')}
        value={typed}
        maxLength={100}
        error={tried && !by && t('seenByMissing')}
        errorProps={{ role: 'alert' }}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-sm">
          {t('acceptSeen')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}
