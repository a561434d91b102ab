import type { LivePageView } from '@award/publication/contract';

/** The classes whose winner has come with the newer view and was not out in the older one. */
export function newlyOut(older: LivePageView, newer: LivePageView): string[] {
  const out = new Set(
    older.classes.filter(({ winnersReleased }) => winnersReleased).map(({ code }) => code),
  );
  return newer.classes
    .filter(({ code, winnersReleased }) => winnersReleased && !out.has(code))
    .map(({ code }) => code);
}

/**
 * The page without the winners of some classes, for as long as the video stream has not come to them.
 * Everything else is the newest there is, so that what has been corrected meanwhile is never shown.
 */
export function withoutWinners(view: LivePageView, held: ReadonlySet<string>): LivePageView {
  if (held.size === 0) return view;
  return {
    ...view,
    classes: view.classes.map((group) =>
      held.has(group.code)
        ? {
            ...group,
            winnersReleased: false,
            corrections: [],
            finalists: group.finalists.map((entry) => ({ ...entry, winner: false })),
          }
        : group,
    ),
  };
}
