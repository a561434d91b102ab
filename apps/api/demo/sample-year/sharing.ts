import type { SharingView } from '@award/publication/contract';
import { done } from '../as-people';
import { personOf } from './entry-content';
import type { SampleYear } from './sample-year';

/** Two in three let others read what they did; what a visitor has answered stays theirs. */
export async function shareExamples(year: SampleYear): Promise<void> {
  for (const [at, municipality] of year.plan.municipalities.entries()) {
    if (at % 3 === 2) continue;
    const visitor = await year.people.person(personOf(municipality));
    const sharing = await done(visitor.get<SharingView>('/api/nominations/mine/sharing'));
    if (!sharing.nominationId || !sharing.maySay || sharing.saidAt) continue;
    await done(
      visitor.put(`/api/nominations/${sharing.nominationId}/sharing`, {
        given: true,
        withContact: at % 2 === 0,
      }),
    );
  }
}
