import { useTranslation } from 'react-i18next';

/** How a kind of run is called; a backend may know more kinds than this desk. */
export function useKindName() {
  const { t, i18n } = useTranslation('runs');
  return (kind: string): string =>
    i18n.exists(`runs:kinds.${kind}`)
      ? t(`kinds.${kind}` as 'kinds.letters')
      : kind.replaceAll('_', ' ');
}
