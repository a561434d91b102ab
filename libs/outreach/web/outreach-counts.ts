import type { OutreachCount } from '@award/outreach/contract';

type Counts = Pick<
  OutreachCount,
  'municipalities' | 'invited' | 'signedIn' | 'started' | 'complete' | 'submitted'
>;

/** The whole country, one row a class; unknown class last. */
export function sumsByClass(
  counts: readonly OutreachCount[],
): (Counts & { classCode: string | null })[] {
  const codes = [...new Set(counts.map(({ classCode }) => classCode))].sort((one, other) =>
    one === null ? 1 : other === null ? -1 : other.localeCompare(one),
  );
  return codes.map((classCode) => {
    const own = counts.filter((count) => count.classCode === classCode);
    const sum = (part: keyof Counts) => own.reduce((all, count) => all + count[part], 0);
    return {
      classCode,
      municipalities: sum('municipalities'),
      invited: sum('invited'),
      signedIn: sum('signedIn'),
      started: sum('started'),
      complete: sum('complete'),
      submitted: sum('submitted'),
    };
  });
}
