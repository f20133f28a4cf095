import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportFormat } from '#shared/export/lists.ts';
import { useAskTo } from '../desk/ask.ts';
import type { Exportable } from './export-button.tsx';
import classes from './export-items.module.css';

/** The one list of a page, as either kind of file. */
export function ExportsOne({ exportable }: { exportable: Exportable }) {
  const { t } = useTranslation('exports');
  const { list, expected } = exportable;
  return (
    <>
      <Menu.Label>{[t(`lists.${list}`), expected].filter(Boolean).join(' · ')}</Menu.Label>
      <Formats exportable={exportable} inWords />
    </>
  );
}

/** The lists of a page, a line for each, under the headings they have. */
export function ExportsSome({ what }: { what: readonly Exportable[] }) {
  const { t } = useTranslation('exports');
  return what.map((exportable, index) => {
    const { list, under } = exportable;
    return (
      <Fragment key={list}>
        {under && under !== what[index - 1]?.under && <Menu.Label>{under}</Menu.Label>}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu */}
        <div role="group" aria-label={t(`lists.${list}`)} className={classes.line}>
          <span className={classes.name} aria-hidden="true">
            {t(`lists.${list}`)}
          </span>
          <Formats exportable={exportable} />
        </div>
      </Fragment>
    );
  });
}

function Formats({
  exportable: { list, filters = {} },
  inWords = false,
}: {
  exportable: Exportable;
  inWords?: boolean;
}) {
  const { t } = useTranslation('exports');
  const begin = useAskTo('exports.begin');
  return ExportFormat.options.map(format => (
    <Menu.Item
      key={format}
      aria-label={t('as', { list: t(`lists.${list}`), format: t(`formats.${format}`) })}
      onClick={() => begin.mutate({ list, filters, format })}
    >
      {inWords ? t(format) : t(`formats.${format}`)}
    </Menu.Item>
  ));
}
