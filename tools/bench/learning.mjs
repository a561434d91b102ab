// The learning bank with 2 000 examples: what a page of it takes to find, with all statements that it needs.
import { bundle, run } from './installation.mjs';

/** Milliseconds by what is asked for; what is not here is only told. */
const MOST_MS = { list: 20, filters: 20, words: 50, 'words-everywhere': 100, 'inside-words': 100 };
let measured;

/** Fills the bank of the installation, once, and answers the times of its pages. */
export async function filledBank(place) {
  measured ??= JSON.parse(run([await bundle('learning-bank')], place.env));
  return measured;
}

/** The 95th of 100 pages. */
export async function learning(place) {
  const { examples, times } = await filledBank(place);
  return Object.entries(times).map(([what, ours]) => {
    const most = MOST_MS[what];
    return {
      job: `learning-${what}`,
      ours,
      limit: null,
      ratio: null,
      unit: 'ms at 95 %',
      goal: `${most ? `at most ${most}` : 'as measured'}, with ${examples} examples`,
      holds: examples >= 2000 && (!most || ours <= most),
    };
  });
}
