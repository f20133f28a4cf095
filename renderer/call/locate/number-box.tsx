import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentifierKind } from '#shared/identifiers/recognise.ts';
import { Field } from '../../parts/field.tsx';
import { Keycap } from '../../parts/keycap.tsx';
import classes from './find-form.module.css';
import type { Find } from './use-find.ts';

/** The box for one kind of number. Another kind is recognised, explained and looked up by one more Enter. */
export function NumberBox({ find, kind }: { find: Find; kind: IdentifierKind }) {
  const { t } = useTranslation('locate');
  const box = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind is chosen to be typed next
  useEffect(() => box.current?.focus(), [kind]);

  const fault = find.fault?.at === 'number' ? find.fault : null;
  const looksLike = fault && 'looksLike' in fault ? fault.looksLike : null;
  const says = looksLike
    ? t('faults.other_kind', { kind: t(`kindNames.${looksLike}`), wanted: t(`kindNames.${kind}`) })
    : fault && t(`faults.${fault.fault}`);
  return (
    <div className={classes.number}>
      <Field
        ref={box}
        data-focus-first
        label={t(`labels.${kind}`)}
        description={t(`shapes.${kind}`)}
        value={find.typed.number}
        onChange={event => find.change({ number: event.currentTarget.value })}
        error={says}
        inputMode="numeric"
      />
      {looksLike && (
        <Button
          variant="default"
          mt="xs"
          onClick={() => find.switchKind(looksLike)}
          rightSection={<Keycap name="Enter" />}
        >
          {t('switch', { kind: t(`kindNames.${looksLike}`) })}
        </Button>
      )}
    </div>
  );
}
