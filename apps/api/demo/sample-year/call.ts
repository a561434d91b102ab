import { done } from '../as-people';
import { askOwnQuestion } from './own-question';
import { type SampleYear, setClock } from './sample-year';
import { datesOf } from './year-plan';

interface Edition {
  id: string;
  year: number;
  lockVersion: number;
}

/** The secretariat makes the coming year's edition from the newest there is, and sets its dates. */
export async function createEdition(
  ground: Pick<SampleYear, 'people' | 'db' | 'minute' | 'plan'>,
  year: number,
): Promise<SampleYear> {
  const { people, db } = ground;
  await setClock(ground, ground.plan.moments.madeAt);
  const secretary = await people.person('sekretaer');
  const earlier = await done(
    secretary.get<{ id: string; year: number; asPublished: boolean }[]>('/api/editions'),
  );
  const latest = earlier.filter((one) => !one.asPublished).sort((a, b) => b.year - a.year)[0];
  const made = await done(
    secretary.post<Edition>('/api/editions', { year, fromId: latest?.id ?? null }),
  );
  await db.query('update edition set sample = true where id = $1', [made.id]);
  const current = async () => done(secretary.get<Edition>(`/api/editions/${made.id}`));
  const reason = '';
  await done(
    secretary.put(`/api/editions/${made.id}/timetable`, {
      ...datesOf(ground.plan),
      referenceDate: null,
      lockVersion: (await current()).lockVersion,
      reason,
    }),
  );
  await done(
    secretary.put(`/api/editions/${made.id}/event`, {
      name: 'Kommunalpolitisk Toppmøte',
      form: 'both',
      place: 'Oslo',
      signUpUrl: '',
      streamUrl: '',
      lockVersion: (await current()).lockVersion,
      reason,
    }),
  );
  await done(
    secretary.put(`/api/editions/${made.id}/press-contacts`, {
      contacts: [
        {
          name: 'Solveig Tangen',
          role: 'Pressekontakt i KS (eksempel)',
          phone: '20 00 00 01',
          email: 'presse@ks.example',
        },
        {
          name: 'Jon Bergli',
          role: 'Pressekontakt i NHO (eksempel)',
          phone: '20 00 00 02',
          email: '',
        },
      ],
      lockVersion: (await current()).lockVersion,
      reason,
    }),
  );
  const sample = { ...ground, editionId: made.id, year };
  await askOwnQuestion(sample);
  return sample;
}

/** Opens the call and invites every sample municipality. */
export async function openCall(year: SampleYear): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  await setClock(year, year.plan.moments.callSeen);
  const [row] = await year.db.query(
    'select phase, lock_version as "lockVersion" from edition where id = $1',
    [year.editionId],
  );
  if (row.phase === 'planned') {
    await done(
      secretary.post(`/api/editions/${year.editionId}/open-call`, {
        lockVersion: row.lockVersion,
        reason: '',
      }),
    );
  }
  await inviteSampleMunicipalities(year);
}

/** One mail to each of the sample municipalities, through the outreach of the edition; those invited already get none. */
export async function inviteSampleMunicipalities(year: SampleYear): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  const ids: { number: string; id: string }[] = await year.db.query(
    `select v.number, v.municipality_id as id from municipality_version v join municipality m on m.id = v.municipality_id where m.invented`,
  );
  const invitations = year.plan.municipalities.map((municipality) => ({
    municipalityId: ids.find((one) => one.number === municipality.number)?.id,
    email: `kommune-${municipality.number}@eksempel.example`,
  }));
  await done(
    secretary.post('/api/outreach/invitations', { editionId: year.editionId, invitations }),
  );
}
