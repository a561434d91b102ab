import { done } from '../as-people';
import { phaseOf, type SampleYear, until } from './sample-year';

interface Room {
  items: {
    kind: 'finalists' | 'winners';
    scope: string;
    sealed: {
      id: string;
      sha256: string;
      releaseAt: string | null;
      keys: { mine: boolean }[];
    } | null;
    released: object | null;
  }[];
}

interface Text {
  version: number;
  suggested: object | null;
}

async function itemOf(year: SampleYear, key: string, scope: string) {
  const holder = await year.people.person(key);
  const room = await done(holder.get<Room>(`/api/releases/${year.editionId}`));
  return room.items.find((item) => item.scope === scope);
}

/** Takes the plain text that is suggested, in all three languages. */
async function writeText(year: SampleYear, scope: string): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  const at = `/api/releases/${year.editionId}/texts/${scope}`;
  const { version, suggested } = await done(secretary.get<Text>(at));
  if (version > 0 || suggested === null) return;
  await done(secretary.put(at, { seen: version, ...suggested }));
}

/** Writes what is sent out, seals, and turns two keys held by two people. `releaseAt`: when it goes by itself; null by a press only. */
export async function sealAndArm(
  year: SampleYear,
  scope: string,
  releaseAt: string | null,
): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  if (!(await itemOf(year, 'sekretaer', scope))?.sealed) {
    await writeText(year, scope);
    await done(secretary.post(`/api/releases/${year.editionId}/seal`, { scope, releaseAt }));
  }
  for (const key of ['sekretaer', 'nokkelholder']) {
    const item = await itemOf(year, key, scope);
    if (!item?.sealed || item.sealed.keys.some((turned) => turned.mine)) continue;
    const { id, sha256, releaseAt: at } = item.sealed;
    const holder = await year.people.person(key);
    await done(holder.post(`/api/releases/records/${id}/arm`, { sha256, releaseAt: at }));
  }
}

/** Seals, turns two keys held by two people, and presses. */
async function release(year: SampleYear, scope: string): Promise<void> {
  if ((await itemOf(year, 'sekretaer', scope))?.released) return;
  await sealAndArm(year, scope, null);
  const armed = await itemOf(year, 'sekretaer', scope);
  if (!armed?.sealed) throw new Error('nothing is sealed');
  const secretary = await year.people.person('sekretaer');
  await done(
    secretary.post(`/api/releases/${year.editionId}/press`, { recordIds: [armed.sealed.id] }),
  );
}

export async function publishFinalists(year: SampleYear): Promise<void> {
  await release(year, 'all');
  await until('the finalists', async () => (await phaseOf(year)) === 'finalists-published');
}

export async function announceWinners(year: SampleYear): Promise<void> {
  for (const classCode of year.plan.classes) await release(year, classCode);
  await until('the winners', async () => (await phaseOf(year)) === 'announced');
}

export async function archive(year: SampleYear): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  const edition = await done(
    secretary.get<{ lockVersion: number }>(`/api/editions/${year.editionId}`),
  );
  await done(
    secretary.post(`/api/editions/${year.editionId}/archive`, {
      lockVersion: edition.lockVersion,
      reason: '',
    }),
  );
}
