import { randomUUID } from 'node:crypto';
import type { RemarksView, WriteRemark } from '@award/justifications/contract';
import { done } from '../as-people';
import type { Visitor } from '../visitor';

/** The writer says where the quoted sentence comes from, so that a newcomer sees what sources are. */
export async function giveSources(writer: Visitor, justification: string): Promise<void> {
  const path = `${justification}/remarks`;
  const { sentences, remarks } = await done(writer.get<RemarksView>(path));
  const passage = sentences.find((sentence) => sentence.includes('«'));
  if (!passage || remarks.length > 0) return;
  const source: WriteRemark = { kind: 'source', passage, body: '', source: 'entry' };
  await done(writer.post(path, source, { 'idempotency-key': randomUUID() }));
}
