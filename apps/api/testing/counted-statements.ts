import type { Caller } from '../rehearsal/leak-scan';
import { MUNICIPALITIES } from './leak-scene';
import { fewestStatements } from './statements';
import type { TestApp } from './test-app';
import type { Twins } from './twins';

/** Asked for the number of statements, by somebody to whom it could tell something. */
export const COUNTED: readonly [string, string][] = [
  ['anyone', '/api/me'],
  ['anyone', '/api/municipalities?search=a&limit=5'],
  [MUNICIPALITIES[0] ?? '', '/api/nominations/mine'],
  [MUNICIPALITIES[0] ?? '', '/api/nominations/mine/outcome'],
  [MUNICIPALITIES[0] ?? '', '/api/fact-checks/mine'],
  [MUNICIPALITIES[0] ?? '', '/api/stage-plan/mine'],
  ['inhabil', '/api/deliberation'],
  ['inhabil', '/api/editions/:editionId/classes/small/meeting'],
  ['inhabil', '/api/editions/:editionId/classes/small/ranking'],
  ['saksbehandler', '/api/eligibility/entries?classCode=small'],
  ['saksbehandler', '/api/outreach/undelivered'],
];

/** The statements that the same question costs the one and the other. */
export async function statementsAtBoth(
  { app, twin }: Twins,
  callers: readonly Caller[],
  editionId: string,
  [name, route]: readonly [string, string],
): Promise<[string[], string[]]> {
  const caller = callers.find((known) => known.name === name);
  const path = route.replace(':editionId', editionId);
  const made = (server: TestApp) => {
    const visitor = caller?.visitor.at(server.url) ?? server.visitor();
    return fewestStatements(server, () => visitor.get(path));
  };
  return [await made(app), await made(twin)];
}
