import type { EntityManager } from 'typeorm';
import { Refused } from '@award/access/api';
import { Decision, DecisionEntry } from './decision.entity';
import { inForce, readDecisions } from './meeting-state';

/** Who it should have been, of a class whose decision has been released wrongly. */
export interface CorrectedDecision {
  editionId: string;
  classCode: string;
  kind: 'finalists' | 'winner';
  /** In order. */
  named: readonly string[];
  reason: string;
  by: string;
}

/**
 * Supersedes a released decision by what a correction that two people have armed says. Only publication
 * calls it, in the transaction that releases the correction; the database refuses it without one. A
 * winner chosen among finalists that are corrected stays the winner: it is written anew with them.
 */
export async function supersedeAsCorrected(
  tx: EntityManager,
  { editionId, classCode, kind, named: told, reason, by }: CorrectedDecision,
): Promise<void> {
  const decisions = await readDecisions(tx, editionId, classCode);
  const { finalists, winner } = inForce(decisions);
  const lastWinner = decisions.find((one) => one.kind === 'winner' && !one.supersededById) ?? null;
  if (!finalists) throw new Refused('not-sealed');
  const entries = kind === 'finalists' ? finalists.finalists : (winner?.winners ?? []);
  const named = await withoutWithdrawn(tx, told, entries);
  if (entries.join() === named.join()) return;
  const supersede = async (
    superseded: { id: string } | null,
    what: Pick<Decision, 'kind' | 'number'> & Partial<Decision>,
    placed: readonly (readonly [string, DecisionEntry['outcome'], number])[],
  ): Promise<string> => {
    const made = await tx.insert(Decision, {
      editionId,
      classCode,
      reason,
      decidedBy: by,
      supersedesId: superseded?.id ?? null,
      ...what,
    });
    const { id } = made.identifiers[0] as { id: string };
    if (placed.length > 0)
      await tx.insert(
        DecisionEntry,
        placed.map(([nominationId, outcome, position]) => ({
          decisionId: id,
          nominationId,
          editionId,
          classCode,
          outcome,
          position,
        })),
      );
    return id;
  };
  const inOrder = (outcome: DecisionEntry['outcome'], ids: readonly string[]) =>
    ids.map((id, at) => [id, outcome, at + 1] as const);
  if (kind === 'winner') {
    await supersede(
      lastWinner,
      { kind, number: named.length, finalistsDecisionId: finalists.id },
      inOrder('winner', named),
    );
    return;
  }
  const reserve = finalists.reserve.filter((id) => !named.includes(id));
  const finalistsDecisionId = await supersede(finalists, { kind, number: named.length }, [
    ...inOrder('finalist', named),
    ...inOrder('reserve', reserve),
  ]);
  if (winner)
    await supersede(
      winner,
      { kind: 'winner', number: winner.winners.length, finalistsDecisionId },
      inOrder('winner', winner.winners),
    );
}

/** Whoever has withdrawn is still told as a finalist, and is decided on only where the decision names them. */
async function withoutWithdrawn(
  tx: EntityManager,
  named: readonly string[],
  decided: readonly string[],
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select id from nomination where id = any($1) and state = 'withdrawn'`,
    [named],
  );
  const withdrawn = new Set(rows.map(({ id }) => id));
  return named.filter((id) => !withdrawn.has(id) || decided.includes(id));
}
