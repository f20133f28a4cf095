import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Disposition } from '#shared/billing/call-record.ts';
import type { WrapUp } from './use-wrap-up.ts';
import classes from './wrap-up-pane.module.css';

/** How the call ended; what happened on it chooses first. */
export function DispositionChoice({ wrapUp }: { wrapUp: WrapUp }) {
  const { t } = useTranslation('wrapUp');
  return (
    <Radio.Group
      label={t('disposition')}
      value={wrapUp.disposition}
      onChange={value => wrapUp.choose(Disposition.parse(value))}
    >
      <div className={classes.dispositions}>
        {Disposition.options.map(each => (
          <Radio
            key={each}
            value={each}
            label={
              <>
                {t(`dispositions.${each}`)}
                {each === wrapUp.suggested && (
                  <span aria-hidden="true" className={classes.suggested}>
                    {t('suggested')}
                  </span>
                )}
              </>
            }
            {...(each === wrapUp.disposition && { 'data-focus-first': true })}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
