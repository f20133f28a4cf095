import type { RefusalReason } from '#shared/desk/refusal.ts';

/** An export that ends for a reason of the closed list. */
export class ExportFailed extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const reasons: Readonly<Record<string, RefusalReason>> = {
  ENOSPC: 'export_disk_full',
  EDQUOT: 'export_disk_full',
  EFBIG: 'export_disk_full',
  EROFS: 'export_folder_closed',
  EACCES: 'export_folder_closed',
  EPERM: 'export_folder_closed',
  ENOENT: 'export_folder_gone',
  ENOTDIR: 'export_folder_gone',
};

/** What a failure of the file system means to whoever exports. */
export function whyNotWritten(failure: unknown): ExportFailed {
  if (failure instanceof ExportFailed) return failure;
  const { code = '' } = Object(failure) as { code?: string };
  return new ExportFailed(reasons[code] ?? 'export_not_written', failure);
}
