import { Settings } from '@award/settings/api';
import { KeptAnswers } from './kept-answers';
import type { PublicWatch } from './public-watch.service';

const MEGABYTE = 1024 * 1024;

describe('public answers in memory', () => {
  const watch = { revision: 1 };
  const made: string[] = [];
  let answers: KeptAnswers;
  beforeEach(() => {
    made.length = 0;
    answers = new KeptAnswers(watch as PublicWatch, { secure: false } as Settings);
  });

  const ask = (key: string, megabytes = 1) =>
    answers.once(key, async () => {
      made.push(key);
      const body = Buffer.alloc(megabytes * MEGABYTE);
      return { status: 200, body, headers: { 'Content-Type': 'image/png' } };
    });

  it('are made once, and again when something public has changed', async () => {
    await Promise.all([ask('front'), ask('front')]);
    await ask('front');
    expect(made).toEqual(['front']);
    watch.revision += 1;
    await ask('front');
    expect(made).toEqual(['front', 'front']);
  });

  it('fill no more than 48 MB, however many addresses are made up; what is oldest is made again', async () => {
    for (let at = 0; at < 50; at++) await ask(`made up ${at}`);
    made.length = 0;
    for (const at of [49, 2, 1]) await ask(`made up ${at}`);
    expect(made).toEqual(['made up 1']);
  });

  it('are kept when they are large, one at a time', async () => {
    await ask('archive', 60);
    await ask('archive', 60);
    expect(made).toEqual(['archive']);
  });
});
