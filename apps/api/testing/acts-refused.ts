import { inPlace, type Places } from '../rehearsal/every-address';
import type { Ask } from '../rehearsal/leak-scan';
import { routesOf } from '../routes';
import type { TestApp } from './test-app';

/** Whom one is and what is one's own: acts on that are allowed, and tell nothing. */
const OWN =
  /^\/api\/(demo|sign-in|sign-out|act-as|me|my-data|follow|nominations\/mine$|nominations\/:id\/presence)(\/|$)/;
const IN_CLASS = '/api/editions/:editionId/classes/:classCode';
const NO_HASH = '0'.repeat(64);

/** Acts with all that they need, on what only those who are cleared know of. */
const WHOLE: readonly [string, string, object][] = [
  ['PUT', '/api/ballots/:ballotId/paper', { ranks: [] }],
  ['POST', '/api/minutes/:minutesId/objections', { text: 'Dette stemmer ikke.' }],
  ['PUT', '/api/motions/:motionId/vote', { vote: 'for' }],
  ['POST', '/api/decisions/:decisionId/keep', { reason: 'Ja.', votesFor: 5, votesAgainst: 0 }],
  ['PUT', `${IN_CLASS}/meeting/attendance/:seatId`, { present: true }],
  ['POST', `${IN_CLASS}/meeting/motions`, { text: 'Vi tar en pause.' }],
  ['POST', `${IN_CLASS}/justifications/:nominationId/sign-off`, { sha256: NO_HASH }],
  ['POST', `${IN_CLASS}/justifications/:nominationId/seal`, { sha256: NO_HASH }],
  ['POST', `${IN_CLASS}/justifications/:nominationId/reopen`, { reason: 'En feil.' }],
  [
    'PUT',
    `${IN_CLASS}/justifications/:nominationId`,
    { lockVersion: 0, text: 'Tekst.', stageText: '', internalNote: '' },
  ],
  ['POST', '/api/fact-checks/:id/answer', { answer: 'no-remarks', remarks: '' }],
  ['POST', '/api/nominations/mine/corrections', { text: 'Navnet er feil.' }],
  ['PUT', '/api/stage-plan/mine', { said: '', people: [], needs: '', lockVersion: 0 }],
  ['POST', '/api/releases/records/:id/arm', { sha256: NO_HASH, releaseAt: null }],
];

/** Every act there is with nothing in it, in fewer places, and those above: for who must be refused them in the same words. */
export function actsRefused(app: Pick<TestApp, 'get'>, places: Places, fewer: Places): Ask[] {
  const empty = routesOf(app)
    .filter(({ method, path }) => method !== 'GET' && !OWN.test(path))
    .flatMap(({ method, path }) =>
      inPlace(path, fewer).map((at) => ({ method, path: at, body: '{}' })),
    );
  const whole = WHOLE.flatMap(([method, route, body]) =>
    inPlace(route, places).map((path) => ({ method, path, body: JSON.stringify(body) })),
  );
  return [...empty, ...whole];
}
