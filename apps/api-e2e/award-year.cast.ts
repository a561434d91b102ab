import { execFileSync } from 'node:child_process';
import type { Visitor } from '../api/demo/visitor';
import { no, yes } from './people';
import { type Servers } from './servers';

export const CLASSES = ['small', 'large'] as const;
export type ClassCode = (typeof CLASSES)[number];

/** Residents on 1 January 2026: Malvik is small by 39 people, Namsos large by 112. */
export const NOMINATORS: Record<ClassCode, string[]> = {
  small: ['5031', '1539', '5632', '4026', '1144'],
  large: ['5007', '1101', '4203', '4602', '3303'],
};
export const NUMBERS = [...NOMINATORS.small, ...NOMINATORS.large];
/** What the jury comes to: the three first of each class. */
export const FINALISTS = ['Malvik', 'Rauma', 'Båtsfjord', 'Namsos', 'Eigersund', 'Arendal'];

/** Who sits in each class. `member-nho` turns out to be recused, and `deputy-nho` takes the seat. */
export const PANEL = [
  { key: 'leader', house: 'KS', role: 'leader' },
  { key: 'deputy-leader', house: 'NHO', role: 'deputy-leader' },
  { key: 'member-ks', house: 'KS', role: 'member' },
  { key: 'member-nho', house: 'NHO', role: 'member' },
  { key: 'deputy-nho', house: 'NHO', role: 'deputy' },
] as const;
export type Juror = (typeof PANEL)[number]['key'];
export const SITTING = ['leader', 'deputy-leader', 'member-ks', 'deputy-nho'] as const;

export const addressOf = (number: string) => `naering.${number}@kommune.example`;

export const contentOf = (number: string, title = `Tiltaket i ${number}`) => ({
  basis: 'single-measure',
  mainField: 'sites-and-infrastructure',
  fields: ['sites-and-infrastructure'],
  title,
  text: 'Vi spurte bedriftene hva som sto i veien, og ryddet det bort sammen med dem.',
  contactName: 'Næringssjefen',
  contactEmail: addressOf(number),
  contactPhone: '',
  confirmedWithChiefExecutive: true,
  summary: '',
  traits: {},
  difficult: '',
  business: '',
  results: [],
  partners: [],
  neighbours: [],
});

/** The people of the year, signed in, and what several of the acts need. */
export class Cast {
  secretary!: Visitor;
  keyholder!: Visitor;
  editionId = '';
  private readonly municipalities = new Map<string, { visitor: Visitor; entryId: string }>();
  private readonly jury = new Map<string, Visitor>();

  constructor(readonly servers: Servers) {}

  comes(number: string, visitor: Visitor, entryId: string): void {
    this.municipalities.set(number, { visitor, entryId });
  }

  sits(classCode: ClassCode, key: Juror, visitor: Visitor): void {
    this.jury.set(`${classCode}:${key}`, visitor);
  }

  municipality(number: string | undefined): { visitor: Visitor; entryId: string } {
    const found = this.municipalities.get(number ?? '');
    if (!found) throw new Error(`nobody from ${number}`);
    return found;
  }

  juror(classCode: ClassCode, key: Juror): Visitor {
    const found = this.jury.get(`${classCode}:${key}`);
    if (!found) throw new Error(`nobody sits as ${key}`);
    return found;
  }

  /** A command of the operator, as the npm scripts run it. */
  command(...args: string[]): string {
    const SESSION_SECRET = 'for the command only, thirty-two characters';
    return execFileSync(process.execPath, ['dist/apps/api/award-admin.js', ...args], {
      env: { PATH: process.env['PATH'], DATABASE_URL: this.servers.databaseUrl, SESSION_SECRET },
      encoding: 'utf8',
    });
  }

  async lockVersion(): Promise<number> {
    const edition = this.secretary.get<{ lockVersion: number }>(`/api/editions/${this.editionId}`);
    return (await yes(edition)).lockVersion;
  }

  async stateOf(number: string): Promise<string> {
    const { entryId } = this.municipality(number);
    const [row] = await this.servers.db.query('select state from nomination where id = $1', [
      entryId,
    ]);
    return row.state;
  }

  async submittedVersions(): Promise<number> {
    const kind = `select count(*)::int as rows from nomination_version where kind = 'submitted'`;
    return (await this.servers.db.query(kind))[0].rows;
  }

  /** A public page as data, as a stranger gets it. */
  async publicPage(path: string): Promise<string> {
    return JSON.stringify((await this.servers.visitor().get(`/api/public/${path}`)).body);
  }

  async finalistsOn(path: string): Promise<string[]> {
    const page = await this.publicPage(path);
    return FINALISTS.filter((name) => page.includes(name));
  }

  /** Waits until every process tells all finalists: the one that was not pressed hears of it a moment later. */
  async finalistsOut(path: string): Promise<void> {
    for (let seen = 0; seen < this.servers.servers.length * 2;) {
      seen = (await this.finalistsOn(path)).length === FINALISTS.length ? seen + 1 : 0;
    }
  }

  /** Starts the formal check of an entry and ends it. */
  async check(
    number: string,
    outcome: 'eligible' | 'returned' | 'ineligible',
    reason = '',
  ): Promise<void> {
    const path = `/api/eligibility/entries/${this.municipality(number).entryId}`;
    await yes(this.secretary.post(`${path}/start-check`));
    const judged = {
      'about-business-development': outcome === 'ineligible' ? 'not-met' : 'met',
      'nothing-confidential': outcome === 'returned' ? 'not-met' : 'met',
    };
    const due = outcome === 'returned' ? { dueAt: '2027-01-27T11:00:00.000Z' } : {};
    await yes(this.secretary.post(`${path}/decision`, { outcome, judged, reason, ...due }));
  }

  /** Scores and locks every entry of the class: the earlier in the list of nominators, the better. */
  async scoreAll(classCode: ClassCode, key: Juror): Promise<void> {
    const visitor = this.juror(classCode, key);
    const { entries } = await yes(
      visitor.get<{ entries: { nominationId: string }[] }>('/api/scoring/entries'),
    );
    const { criteria } = await yes(
      visitor.get<{ criteria: { code: string }[] }>('/api/scoring/criteria'),
    );
    for (const { nominationId } of entries) {
      const at = NOMINATORS[classCode].findIndex(
        (number) => this.municipality(number).entryId === nominationId,
      );
      const path = `/api/scoring/entries/${nominationId}`;
      const { versionId } = await yes(visitor.get<{ versionId: string }>(path));
      const sheet = {
        lockVersion: 0,
        versionId,
        overall: 6 - at,
        line: 'Godt arbeid.',
        assessment: 'Grundig vurdert.',
        scores: criteria.map(({ code }) => ({ criterion: code, value: 6 - at })),
      };
      const { lockVersion } = await yes(
        visitor.put<{ lockVersion: number }>(`${path}/sheet`, sheet),
      );
      await yes(visitor.post(`${path}/sheet/lock`, { lockVersion }));
    }
  }

  /** Seals what is decided and turns two keys: one person cannot turn both, and one key is not enough. */
  async sealAndArm(scope: string): Promise<string> {
    const { secretary, keyholder, editionId } = this;
    const order = { scope, releaseAt: null };
    const seal = () => secretary.post(`/api/releases/${editionId}/seal`, order);
    expect(await no(seal())).toBe('release-text-missing');
    const text = `/api/releases/${editionId}/texts/${scope}`;
    const { suggested } = await yes(secretary.get<{ suggested: object }>(text));
    await yes(secretary.put(text, { seen: 0, ...suggested }));
    await yes(seal());
    type Room = { items: { scope: string; sealed: { id: string; sha256: string } | null }[] };
    const room = await yes(secretary.get<Room>(`/api/releases/${editionId}`));
    const sealed = room.items.find((item) => item.scope === scope)?.sealed;
    if (!sealed) throw new Error(`${scope} is not sealed`);
    const key = `/api/releases/records/${sealed.id}/arm`;
    const turn = { sha256: sealed.sha256, releaseAt: null };
    await yes(secretary.post(key, turn));
    expect(await no(secretary.post(key, turn))).toBe('same-person-twice');
    const press = secretary.post(`/api/releases/${editionId}/press`, { recordIds: [sealed.id] });
    expect(await no(press)).toBe('not-armed');
    await yes(keyholder.post(key, turn));
    return sealed.id;
  }

  /** Opens the live stream at the second process; `next` is its first event, which never carries a name. */
  async listenLive(): Promise<{ next: Promise<Record<string, unknown>> }> {
    const answer = await fetch(`${this.servers.servers[1]?.url}/api/live/stream`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error('no stream');
    await reader.read();
    const read = async () => {
      for (let text = ''; ;) {
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        const data = /^data: (.*)$/m.exec((text += value))?.[1];
        if (!data) continue;
        await reader.cancel();
        return JSON.parse(data) as Record<string, unknown>;
      }
    };
    return { next: read() };
  }
}
