import type { ClearancesView, MyStagePartyView, StagePlanView } from '@award/publication/contract';
import { done } from '../as-people';
import { personOf } from './entry-content';
import { entriesOf, type SampleYear } from './sample-year';

const ROOT = '/api/stage-plan';
const PRESENTERS = ['Programleder Solveig Eksempel', 'Programleder Jonas Eksempel'];

/** The finalists are asked who comes on stage, and two in three have answered; the presenters are named, and one knows. */
export async function prepareStage(year: SampleYear): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  const plan = await done(secretary.get<StagePlanView>(ROOT));
  if (plan.call || plan.cannotAsk !== null) return;
  await done(
    secretary.post(`${ROOT}/${year.editionId}/call`, {
      dueAt: year.plan.moments.stageDueAt,
    }),
  );
  const finalists = plan.classes.flatMap((group) =>
    group.finalists.map((one, at) => ({ ...one, at, last: at === group.finalists.length - 1 })),
  );
  const entries = await entriesOf(year);
  for (const { nominationId, municipality, at, last } of finalists) {
    const number = entries.find(({ id }) => id === nominationId)?.number;
    const known = year.plan.municipalities.find((one) => one.number === number);
    if (!known || last) continue;
    const visitor = await year.people.person(personOf(known));
    const { call } = await done(visitor.get<MyStagePartyView>(`${ROOT}/mine`));
    if (call === null || call.party !== null) continue;
    await done(
      visitor.put(`${ROOT}/mine`, {
        said: municipality.replace(/^\S{2,4}/, (start) => start.toUpperCase()),
        people: [
          { name: 'Oda Eksempelsen', role: 'Ordfører', said: '', photo: true },
          { name: 'Per Prøve', role: 'Næringssjef', said: 'PRØ-ve', photo: at === 0 },
        ],
        needs: at === 0 ? 'Én bruker rullestol. Vi trenger rampe opp på scenen.' : '',
        lockVersion: 0,
      }),
    );
  }
  for (const [at, { code, lockVersion }] of plan.classes.entries())
    await done(
      secretary.put(`${ROOT}/${year.editionId}/classes/${code}`, {
        presenters: PRESENTERS[at % PRESENTERS.length],
        note: 'Musikk inn når kategorien vises. Stille når sceneteksten er lest.',
        lockVersion,
      }),
    );
  const { clearances } = await done(
    secretary.get<ClearancesView>(`${ROOT}/${year.editionId}/clearances`),
  );
  if (clearances.length > 0) return;
  for (const { code } of plan.classes)
    await done(
      secretary.post(`${ROOT}/${year.editionId}/clearances`, {
        name: 'Solveig Eksempel',
        part: 'presenter',
        organisation: 'Toppmøtet',
        knows: 'winners',
        classCode: code,
        personId: null,
      }),
    );
}
