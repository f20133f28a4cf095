import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAnswer } from '#shared/verification/compare.ts';
import type { Factor } from '#shared/verification/policy.ts';
import { useAskTo } from '../../desk/ask.ts';
import { announce } from '../../parts/announce.tsx';
import { Field } from '../../parts/field.tsx';
import classes from './factor-form.module.css';

/** What the caller says to one factor. It is dropped from the page as soon as it has been answered. */
export function FactorForm({ factor, isNext }: { factor: Factor; isNext: boolean }) {
  const { t } = useTranslation('verify');
  const answer = useAskTo('verification.answer');
  const [said, setSaid] = useState('');
  const [malformed, setMalformed] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNext) box.current?.focus();
  }, [isNext]);

  function submit() {
    const fits = isAnswer(factor, said);
    setMalformed(!fits);
    if (!fits || answer.isPending) return;
    answer.mutate(
      { factor, said },
      {
        onSuccess: ({ verification }) => {
          const matches = verification?.matched.includes(factor);
          announce(`${t(`factors.${factor}`)}: ${t(matches ? 'match' : 'noMatch')}`);
        },
      },
    );
  }

  return (
    <form
      className={classes.form}
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        ref={box}
        {...(isNext && { 'data-focus-first': true })}
        aria-labelledby={`factor-${factor}`}
        description={t('suchAs', { example: t(`hints.${factor}`) })}
        value={said}
        onChange={event => {
          setSaid(event.currentTarget.value);
          setMalformed(false);
          answer.reset();
        }}
        error={answer.error?.message ?? (malformed && t(`malformed.${factor}`))}
        maxLength={200}
      />
      <Button
        type="submit"
        variant="default"
        aria-label={`${t('check')}: ${t(`factors.${factor}`)}`}
        loading={answer.isPending}
      >
        {t('check')}
      </Button>
    </form>
  );
}
