import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Principal } from './principal';
import { Refused } from './refused';

/**
 * An intent happens once: the key is written in the act's own transaction, and a repeat in the same grant gets
 * the first answer. Whoever calls asks for the right first: an answer is kept for longer than a right may last.
 */
@Injectable()
export class RequestKeys {
  async once<T extends object>(
    tx: EntityManager,
    principal: Principal,
    key: string,
    body: unknown,
    act: () => Promise<T>,
  ): Promise<T> {
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([principal.grantId, body]))
      .digest('hex');
    const fresh = await tx.query(
      `insert into request_key (key, person_id, body_hash) values ($1, $2, $3) on conflict do nothing returning key`,
      [key, principal.personId, bodyHash],
    );
    if (fresh.length === 0) {
      const [earlier] = await tx.query(
        'select body_hash, response from request_key where key = $1 and person_id = $2',
        [key, principal.personId],
      );
      if (earlier?.body_hash !== bodyHash) throw new Refused('idempotency-mismatch');
      return earlier.response as T;
    }
    const response = await act();
    await tx.query('update request_key set response = $3 where key = $1 and person_id = $2', [
      key,
      principal.personId,
      JSON.stringify(response),
    ]);
    return response;
  }
}
