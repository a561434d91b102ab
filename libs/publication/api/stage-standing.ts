import { mayRelease, type Refusal } from '@award/award';
import { contentHash } from '@award/nominations/api';
import type { RecordRow } from './releases.queries';
import { type DecidedEdition, payloadOf, reasonOf } from './sealed-payload';

/** Whether the winner of a class is out, and why its name cannot be shown yet; null when a press may show it. */
export function standingOf(
  edition: DecidedEdition,
  classCode: string,
  record: RecordRow | null,
): { released: boolean; notReady: Refusal | null } {
  const payload = payloadOf(edition, classCode);
  const asDecided = payload.allowed && contentHash(payload.payload) === record?.sha256;
  const released = Boolean(record?.release);
  const verdict = mayRelease(
    {
      at: edition.now,
      sealed: record !== null && asDecided,
      armedBy: record?.keys.map(({ personId }) => personId) ?? [],
      releaseAt: record?.releaseAt ?? null,
      released: false,
      stopped: (record?.stoppedAt ?? null) !== null,
    },
    'press',
  );
  return { released, notReady: released ? null : reasonOf(verdict) };
}
