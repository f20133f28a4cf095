import { useTranslation } from 'react-i18next';

const KILOBYTE = 1024;

/** A size as people say it: `84 KB`, `2.3 MB`. */
export function useSizeWords(): (bytes: number) => string {
  const { t } = useTranslation('documents');
  return bytes => {
    const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
    if (kilobytes < KILOBYTE) return t('kilobytes', { count: kilobytes });
    return t('megabytes', { count: Math.round((bytes / KILOBYTE / KILOBYTE) * 10) / 10 });
  };
}
