import type { LivePageView, PublicEntry } from '@award/publication/contract';
import { newlyOut, withoutWinners } from './live-hold';

const entry = (name: string, winner: boolean) => ({ name, winner }) as PublicEntry;
const view = (out: Record<string, string | null>): LivePageView => ({
  kind: 'live',
  revision: 1,
  delay: 20,
  edition: null,
  classes: Object.entries(out).map(([code, winner]) => ({
    code,
    name: code,
    minPopulation: null,
    maxPopulation: null,
    entries: null,
    finalistsReleased: true,
    winnersReleased: winner !== null,
    corrections: [],
    finalists: ['Fjordvik', 'Nesdal'].map((name) => entry(name, name === winner)),
  })),
});
const winners = (shown: LivePageView) =>
  shown.classes.flatMap(({ finalists }) =>
    finalists.flatMap((one) => (one.winner ? [one.name] : [])),
  );

describe('a name on the live page while the stream is late', () => {
  const before = view({ small: null, large: null });
  const after = view({ small: 'Fjordvik', large: null });

  it('is new when it was not out before', () => {
    expect(newlyOut(before, after)).toEqual(['small']);
    expect(newlyOut(after, after)).toEqual([]);
  });

  it('is held back in its own class, with nothing left that tells it', () => {
    const held = withoutWinners(after, new Set(['small']));
    expect(held).toEqual(before);
    expect(winners(withoutWinners(after, new Set()))).toEqual(['Fjordvik']);
    expect(
      winners(withoutWinners(view({ small: 'Fjordvik', large: 'Nesdal' }), new Set(['large']))),
    ).toEqual(['Fjordvik']);
  });

  it('is the corrected one when it was corrected meanwhile', () => {
    const corrected = view({ small: 'Nesdal', large: null });
    expect(newlyOut(after, corrected)).toEqual([]);
    expect(winners(withoutWinners(corrected, new Set()))).toEqual(['Nesdal']);
  });
});
