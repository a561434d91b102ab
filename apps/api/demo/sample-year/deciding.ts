import { done } from '../as-people';
import { giveSources } from './remarks';
import { asJuror } from './judging';
import { justificationFor, stageTextFor } from './justification-texts';
import { inClass, leaderOf, type SampleClass, type SampleJuror } from './panel';
import type { SampleYear } from './sample-year';
import { objectToMinutes, talkItOver } from './talking';

interface Meeting {
  meeting: { id: string } | null;
  members: { seatId: string; takesPart: boolean; present: boolean; position: string }[];
  agenda: { nominationId: string; place: number | null }[];
  finalists: { finalists?: unknown } | null;
  winner: object | null;
  ballots: {
    id: string;
    state: string;
    round: number;
    options: string[];
    result: { winners: string[]; tie: boolean } | null;
  }[];
  usual: { finalists: number; winners: number };
  minutes: { id: string; approvedAt?: string | null }[];
}

export const classPath = (year: SampleYear, classCode: SampleClass) =>
  `/api/editions/${year.editionId}/classes/${classCode}`;
const order = {
  dissent: null,
  votesFor: null,
  votesAgainst: null,
  settlement: null,
  supersedes: null,
};

const takingPart = (year: SampleYear, classCode: SampleClass) =>
  inClass(year, classCode).filter((juror) => juror.recusedIn !== classCode);

/** Who writes the justifications: somebody of neither house where there is one, so that both can sign. */
export const authorOf = (year: SampleYear, classCode: SampleClass): SampleJuror | undefined => {
  const members = takingPart(year, classCode);
  return members.find((juror) => juror.house === 'independent') ?? members[0];
};

/** The class's meeting: everybody who takes part is there, the three first by the ranking are finalists, the fourth is reserve. */
export async function decideFinalists(year: SampleYear, classCode: SampleClass): Promise<void> {
  const leader = await asJuror(year, leaderOf(year, classCode), classCode);
  const path = classPath(year, classCode);
  let view = await done(leader.get<Meeting>(`${path}/meeting`));
  if (!view.meeting) {
    const present = view.members
      .filter((member) => member.takesPart)
      .map((member) => member.seatId);
    await done(leader.post(`${path}/meeting`, { present }));
    view = await done(leader.get<Meeting>(`${path}/meeting`));
  }
  if (view.finalists) return;
  await talkItOver(year, classCode);
  const ranked = view.agenda
    .filter((line) => line.place !== null)
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
    .map((line) => line.nominationId);
  const number = view.usual.finalists;
  const body = {
    ...order,
    number,
    finalists: ranked.slice(0, number),
    reserve: ranked.slice(number, number + 1),
    reason: 'Juryen har drøftet de omstridte forslagene og følger rangeringen.',
    votesFor: view.members.filter((member) => member.takesPart).length,
    votesAgainst: 0,
    settlement: 'second-ballot',
  };
  const answer = await leader.post(`${path}/decisions/finalists`, { ...body, settlement: null });
  if (answer.status >= 400) await done(leader.post(`${path}/decisions/finalists`, body));
}

/**
 * A ranked ballot, again if it ends in a tie, then as the edition's rule says. Then the minutes: those of the
 * large class wait for the jury, since a member has objected.
 */
export async function decideWinner(
  year: SampleYear,
  classCode: SampleClass,
  { leaveMinutes } = { leaveMinutes: false },
): Promise<void> {
  const leader = await asJuror(year, leaderOf(year, classCode), classCode);
  const path = classPath(year, classCode);
  let view = await done(leader.get<Meeting>(`${path}/meeting`));
  for (let round = 1; !view.winner && round <= 2; round++) {
    if (!view.ballots.some((ballot) => ballot.state === 'open'))
      await done(leader.post(`${path}/ballots`));
    view = await done(leader.get<Meeting>(`${path}/meeting`));
    const open = view.ballots.find((ballot) => ballot.state === 'open');
    if (!open) throw new Error('no open ballot');
    for (const [at, juror] of takingPart(year, classCode).entries()) {
      const visitor = await asJuror(year, juror, classCode);
      const options = year.plan.ranksApart(juror, at) ? [...open.options].reverse() : open.options;
      await visitor.put(`/api/ballots/${open.id}/paper`, {
        ranks: options.map((option) => ({ options: [option] })),
      });
    }
    await done(leader.post(`/api/ballots/${open.id}/close`));
    view = await done(leader.get<Meeting>(`${path}/meeting`));
    const result = view.ballots.find((ballot) => ballot.id === open.id)?.result;
    if (result && result.winners.length === 1) {
      const body = {
        ...order,
        number: 1,
        winners: result.winners,
        reason: 'Avstemningen ga én vinner.',
      };
      await done(leader.post(`${path}/decisions/winner`, body));
      view = await done(leader.get<Meeting>(`${path}/meeting`));
    }
  }
  if (!view.winner) {
    const first = view.ballots[0]?.options[0];
    const body = {
      ...order,
      number: 1,
      winners: first ? [first] : [],
      reason: 'Stemmene var like to ganger.',
      settlement: 'leader-vote',
    };
    await done(leader.post(`${path}/decisions/winner`, body));
  }
  await leader.post(`${path}/meeting/close`);
  view = await done(leader.get<Meeting>(`${path}/meeting`));
  if (view.minutes.length === 0) {
    await done(leader.post(`${path}/minutes`));
    view = await done(leader.get<Meeting>(`${path}/meeting`));
  }
  const [minutes] = view.minutes;
  if (leaveMinutes) return;
  if (minutes && !minutes.approvedAt && classCode === year.plan.classes.at(-1))
    return objectToMinutes(year, classCode, minutes.id);
  if (minutes && !minutes.approvedAt) await leader.post(`/api/minutes/${minutes.id}/approve`);
}

interface Lines {
  justifications: {
    nominationId: string;
    municipality: string;
    title: string;
    writtenForm: 'nb' | 'nn';
    state: string;
    words: number;
  }[];
}
interface Text {
  lockVersion: number;
  sha256: string | null;
  entry: { text: string; title: string };
}

/** A justification for each finalist, signed off by one from KS and one from NHO, and sealed. */
export async function justify(year: SampleYear, classCode: SampleClass): Promise<void> {
  const path = `${classPath(year, classCode)}/justifications`;
  const members = takingPart(year, classCode);
  const author = authorOf(year, classCode);
  const signers = (['KS', 'NHO'] as const).map((house) => {
    const ofHouse = members.filter((juror) => juror.house === house);
    return ofHouse.find((juror) => juror !== author) ?? ofHouse[0];
  });
  const leader = await asJuror(year, leaderOf(year, classCode), classCode);
  const { justifications } = await done(leader.get<Lines>(path));
  for (const line of justifications.filter((one) => one.state !== 'sealed')) {
    const at = `${path}/${line.nominationId}`;
    if (line.words === 0 && author) {
      const writer = await asJuror(year, author, classCode);
      const standing = await done(writer.get<Text>(at));
      await done(
        writer.put(at, {
          lockVersion: standing.lockVersion,
          text: justificationFor(
            line.municipality,
            line.title,
            standing.entry.text,
            line.writtenForm,
          ),
          stageText: stageTextFor(line.title, line.writtenForm),
          internalNote: '',
        }),
      );
      await giveSources(writer, at);
    }
    for (const juror of signers) {
      if (!juror) continue;
      const signer = await asJuror(year, juror, classCode);
      const { sha256 } = await done(signer.get<Text>(at));
      await signer.post(`${at}/sign-off`, { sha256 });
    }
    const { sha256 } = await done(leader.get<Text>(at));
    await done(leader.post(`${at}/seal`, { sha256 }));
  }
}
