/**
 * A municipality that ends in the middle of the year leaves its entry to the one it goes into: the entry keeps its name and
 * class, and the successor answers for it and receives the prize. When it is divided, no register says who that is. Then a
 * person names one of the parts' new municipalities, with a reason; another may be named later.
 */
import { allOf, needs, type Verdict } from './verdict';

export interface SuccessorNaming {
  /** Ids of the municipalities that the entry's own was divided into since the edition's reference date. */
  readonly candidates: readonly string[];
  /** Who has been named before; null when nobody has. */
  readonly named: string | null;
  readonly to: string;
  readonly reason: string;
}

/** Whether this municipality may be named as the one that answers for the entry. */
export function mayNameSuccessor({ candidates, named, to, reason }: SuccessorNaming): Verdict {
  return allOf(
    needs(candidates.length > 0, 'wrong-state'),
    needs(candidates.includes(to), 'unknown-municipality'),
    needs(named !== to, 'already-decided'),
    needs(reason.trim() !== '', 'reason-required'),
  );
}
