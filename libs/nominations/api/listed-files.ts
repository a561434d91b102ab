import type { EntityManager } from 'typeorm';
import type { Attachment } from '@award/award';
import { type FieldRefusal, Refused } from '@award/access/api';
import { LISTED_FILES, type ListedFileRow } from './entry-files.queries';

const FACTS = ['kind', 'bytes', 'sha256', 'pages'] as const;

/**
 * Refuses a list with a file that is not the entry's own, that has not come whole, that was not let
 * in, or whose facts are not those that the server found. A file may still wait for the scanner.
 */
export async function demandListedFiles(
  tx: EntityManager,
  nominationId: string,
  attachments: readonly Attachment[],
): Promise<void> {
  if (attachments.length === 0) return;
  const ids = attachments.map(({ fileId }) => fileId);
  const rows: ListedFileRow[] = await tx.query(LISTED_FILES, [nominationId, ids]);
  const known = new Map(rows.map((row) => [row.fileId, row]));
  const fields = attachments.flatMap((one, place): FieldRefusal[] => {
    const path = `content.attachments.${place}.fileId`;
    const file = known.get(one.fileId);
    if (!file || file.state === 'uploading' || file.state === 'checking') {
      return [{ path, reason: 'unknown' }];
    }
    if (file.state === 'refused') return [{ path, reason: file.fault ?? 'unknown' }];
    return FACTS.some((fact) => file[fact] !== one[fact])
      ? [{ path, reason: 'not-as-stored' }]
      : [];
  });
  if (fields.length > 0) throw new Refused('bad-input', { fields });
}
