import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayNote, ReconciledDay } from '#shared/contract/reconciliation.ts';
import { SHORTEST_REASON } from '#shared/text/shortest-reason.ts';
import { useAskTo } from '../../desk/ask.ts';
import { useKept } from '../../desk/kept.ts';
import { useDeskState } from '../../desk/use-desk-state.ts';
import { Field } from '../../parts/field.tsx';
import { Keycap } from '../../parts/keycap.tsx';
import { useKeys } from '../../parts/keys.ts';
import { leavePlainKeys } from '../../parts/leave-plain-keys.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { RefusedNote } from '../../parts/refused-note.tsx';
import classes from './reconciliation.module.css';
import { useRowWords } from './say-row.ts';

const SIGN_KEY = 'Ctrl+Enter';

/** Closes a day that is over: a word about each difference, and the signature. */
export function CloseForm({
  day,
  name,
  onClosed,
}: {
  day: ReconciledDay;
  name: string;
  onClosed: () => void;
}) {
  const { t } = useTranslation('reconciliation');
  const { t: common } = useTranslation('common');
  const { t: signInWords } = useTranslation('signIn');
  const words = useRowWords();
  const queries = useQueryClient();
  const { region, businessOn, seen } = day;
  const [typed, keepTyped] = useKept<Record<string, string>>(
    `audit:close ${region} ${businessOn}`,
    {},
  );
  const [tried, setTried] = useState(false);
  const close = useAskTo('reconciliation.close');
  const boxes = [
    ...day.rows
      .filter(({ differing }) => differing > 0)
      .map(row => ({ about: row.name, label: t('close.explain', { row: words.whole(row) }) })),
    ...(day.open.count > 0 ? [{ about: 'open', label: t('close.explainOpen') }] : []),
  ];
  const [password, setPassword] = useState('');
  const who = useDeskState()?.user?.name ?? '';
  const said = (about: string) => (typed[about] ?? '').trim();
  const isMissing = (about: string) => said(about).length < SHORTEST_REASON;

  function sign() {
    setTried(true);
    const first = boxes.find(({ about }) => isMissing(about));
    if (first) return document.getElementById(`note-${first.about}`)?.focus();
    if (password === '') return document.getElementById('close-password')?.focus();
    if (close.isPending) return;
    setPassword('');
    setTried(false);
    const notes = boxes.map(({ about }): DayNote => ({ about, reason: said(about) }));
    close.mutate(
      { region, day: businessOn, seen, notes, password },
      {
        onSuccess: onClosed,
        onError: () => document.getElementById('close-password')?.focus(),
        onSettled: () => queries.invalidateQueries({ queryKey: ['reconciliation.day'] }),
      },
    );
  }
  function submit(event: FormEvent) {
    event.preventDefault();
  }
  const does = t('close.sign', { day: name });
  useKeys({ [SIGN_KEY]: { does, run: sign } });
  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-labelledby="close-title">
      <h2 id="close-title" className={classes.subtitle}>
        {t('close.title')}
      </h2>
      {boxes.map(({ about, label }) => (
        <Field
          key={about}
          id={`note-${about}`}
          w="100%"
          label={label}
          maxLength={500}
          value={typed[about] ?? ''}
          error={tried && isMissing(about) && common('reasonMissing')}
          onChange={event => keepTyped({ ...typed, [about]: event.currentTarget.value })}
        />
      ))}
      <p className={classes.aside}>{t('close.words')}</p>
      <PasswordField
        id="close-password"
        w="20rem"
        label={t('close.password', { name: who })}
        value={password}
        error={tried && password === '' && signInWords('noPassword')}
        onChange={event => setPassword(event.currentTarget.value)}
      />
      <RefusedNote refused={close.error}>
        {close.error?.reason === 'day_changed' && t('close.changed')}
      </RefusedNote>
      <Button
        loading={close.isPending}
        aria-keyshortcuts="Control+Enter"
        rightSection={<Keycap name={SIGN_KEY} />}
        onKeyDown={leavePlainKeys}
        onClick={sign}
      >
        {does}
      </Button>
    </form>
  );
}
