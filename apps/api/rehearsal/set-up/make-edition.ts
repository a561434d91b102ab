import { MEGABYTE } from '@award/award';
import { done } from '../../demo/as-people';
import { type SampleYear, setClock } from '../../demo/sample-year/sample-year';
import type { EditionSetUp } from './set-up';

const NO_WORDS = { nb: '', nn: '', en: '' };

/** The secretariat makes the edition anew, part by part as on its own pages, and is refused what the server refuses. */
export async function makeEdition(
  ground: Pick<SampleYear, 'people' | 'db' | 'minute' | 'plan'>,
  setUp: EditionSetUp,
): Promise<SampleYear> {
  const { people, db, plan } = ground;
  const { year, scale } = setUp;
  await setClock(ground, plan.moments.madeAt);
  const secretary = await people.person('sekretaer');
  const { id } = await done(
    secretary.post<{ id: string }>('/api/editions', { year, fromId: null }),
  );
  await db.query('update edition set sample = true, scale_min = $2, scale_max = $3 where id = $1', [
    id,
    scale.min,
    scale.max,
  ]);
  const address = `/api/editions/${id}`;
  for (const [part, order] of Object.entries(partsOf(setUp))) {
    const { lockVersion } = await done(secretary.get<{ lockVersion: number }>(address));
    await done(secretary.put(`${address}/${part}`, { ...order, lockVersion, reason: '' }));
  }
  for (const { code, readings } of setUp.classes)
    if (readings !== null)
      await done(secretary.put(`${address}/classes/${code}/reading-plan`, { readings }));
  return { ...ground, editionId: id, year };
}

function partsOf(setUp: EditionSetUp): Record<string, object> {
  const { name, callText, preset, quorum, tieRule, impartialityScope, impartialityScopeReason } =
    setUp;
  const { sections, measures, requirePhone, approvalByLink, files } = setUp.form;
  return {
    texts: { name, callText },
    classes: { classes: setUp.classes.map(({ readings: _readings, ...one }) => one) },
    criteria: {
      criteria: setUp.criteria.map(({ code, weight, name: words, guidance, levels }) => ({
        code,
        weight,
        name: words,
        perBasis: {
          'single-measure': guidance.perBasis?.['single-measure'] ?? NO_WORDS,
          'all-round': guidance.perBasis?.['all-round'] ?? NO_WORDS,
        },
        perClass: Object.entries(guidance.perClass ?? {}).map(([classCode, text]) => ({
          code: classCode,
          words: text,
        })),
        levels: {
          'single-measure': levels['single-measure'] ?? [],
          'all-round': levels['all-round'] ?? [],
        },
      })),
    },
    rules: { preset, quorum, tieRule, impartialityScope, impartialityScopeReason },
    form: {
      sections,
      measures,
      requirePhone,
      approvalByLink,
      mostFiles: files.mostFiles,
      mostMegabytes: Math.floor(files.mostBytes / MEGABYTE),
      groups: files.groups,
    },
    event: setUp.event,
    timetable: { ...setUp.timetable, referenceDate: setUp.referenceDate },
  };
}
