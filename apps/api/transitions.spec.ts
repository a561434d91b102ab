import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EDITION_WORKFLOW, STAGE_WORKFLOW } from '@award/award';

/** Each step of an edition and of a class is taken in one place: in the area that answers for what must hold. */
const CALLERS: Record<string, string> = {
  'open-call': 'editions/api/edition-timetable.service.ts',
  'extend-deadline': 'editions/api/edition-timetable.service.ts',
  'reopen-call': 'editions/api/edition-timetable.service.ts',
  archive: 'editions/api/edition-timetable.service.ts',
  'close-call': 'nominations/api/call-deadline.service.ts',
  'start-judging': 'scoring/api/scoring.service.ts',
  'open-scoring': 'scoring/api/scoring.service.ts',
  'skip-scoring': 'scoring/api/scoring.service.ts',
  'close-scoring': 'scoring/api/scoring.service.ts',
  'seal-finalists': 'deliberation/api/decisions.service.ts',
  'reopen-finalists': 'deliberation/api/decisions.service.ts',
  'seal-winner': 'deliberation/api/decisions.service.ts',
  'reopen-winner': 'deliberation/api/decisions.service.ts',
  'publish-finalists': 'publication/api/releases.service.ts',
  'announce-winners': 'publication/api/releases.service.ts',
};

const libs = path.resolve(process.cwd(), 'libs');
const sources = globSync('*/api/**/*.ts', { cwd: libs })
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(libs, file), 'utf8') }));

describe('a step of the edition', () => {
  const actions = [
    ...new Set([...EDITION_WORKFLOW, ...STAGE_WORKFLOW].map(({ action }) => action)),
  ];

  it.each(actions)('%s has one caller', (action) => {
    const callers = sources
      .filter(
        ({ text }) => /\beditions\.advance(Stage)?\(/.test(text) && text.includes(`'${action}'`),
      )
      .map(({ file }) => file);
    expect(callers).toEqual([CALLERS[action]]);
  });

  it('names no caller of a step that is not in the tables', () => {
    expect(Object.keys(CALLERS).sort()).toEqual([...actions].sort());
  });

  it('is written to the tables by the door alone', () => {
    const writers = sources
      .filter(({ text }) => /update edition(_class)? set (phase|stage)\b/.test(text))
      .map(({ file }) => file);
    expect(writers).toEqual(['editions/api/editions.service.ts']);
  });
});
