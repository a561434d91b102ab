import type { OfficeImpartialityView } from '@award/impartiality/contract';
import { done } from '../as-people';
import type { SampleYear } from './sample-year';

const pathOf = ({ editionId }: SampleYear) => `/api/editions/${editionId}/office-impartiality`;

/** One of the two secretaries sits on a board: the class is closed to her until the other one has ruled. */
export async function declareInOffice(year: SampleYear): Promise<void> {
  const second = await year.people.person('sekretaer-nho');
  const { entries } = await done(second.get<OfficeImpartialityView>(pathOf(year)));
  const entry = entries.find(({ classCode }) => classCode === 'small');
  if (!entry || entries.some(({ ground }) => ground !== null)) return;
  const declarations = [{ nominationId: entry.nominationId, ground: 'board' }];
  await done(second.post(pathOf(year), { declarations }));
}

/** The other secretary finds what still waits to be a ground. */
export async function ruleInOffice(year: SampleYear): Promise<void> {
  const first = await year.people.person('sekretaer');
  const { awaiting } = await done(first.get<OfficeImpartialityView>(pathOf(year)));
  for (const { personId, nominationId } of awaiting)
    await done(
      first.post(`${pathOf(year)}/rulings`, { personId, nominationId, outcome: 'recused' }),
    );
}
