import type { Visitor } from '../demo/visitor';
import type {
  CorrectionsView,
  CorrectionView,
  EditionPageView,
  PublicClass,
  ReleaseRoomView,
} from '@award/publication/contract';
import { PublicWatch } from '../../../libs/publication/api/public-watch.service';
import { decide, type DecidedScene, judgedEdition } from './decided';
import { story } from './story';
import type { TestApp } from './test-app';

/** Everything that a release is told through: pages, the live page, the press, feeds and open data. */
const TOLD_BY = (year: number) => [
  `/api/public/editions/${year}`,
  '/api/public/live',
  '/api/public/press',
  '/nyheter.atom',
  '/data/resultater.json',
  '/data/resultater.csv',
  `/api/public/view?path=/arkiv/${year}&language=nb`,
];

/** An edition that is released as people do it, and the acts that correct it. */
export class ToldEdition {
  private constructor(
    private readonly app: TestApp,
    readonly scene: DecidedScene,
    readonly year: number,
    readonly secretary: Visitor,
    readonly keyholder: Visitor,
  ) {}

  /** Decided, and released in the scopes. */
  static async begin(app: TestApp, year: number, ...scopes: string[]): Promise<ToldEdition> {
    for (const role of ['secretary', 'release-keyholder'] as const)
      await story(app).holder(`${role}-${year}`, role);
    const scene = await judgedEdition(app, year);
    await decide(app, scene);
    const told = new ToldEdition(
      app,
      scene,
      year,
      await app.visitor().signInAs(`secretary-${year}`),
      await app.visitor().signInAs(`release-keyholder-${year}`),
    );
    for (const scope of ['all', ...scopes]) await told.tell(scope);
    return told;
  }

  get root(): string {
    return `/api/releases/${this.scene.edition.id}`;
  }

  id(name: string): string {
    return [...this.scene.small, ...this.scene.large].find((one) => one.name === name)?.id ?? '';
  }

  /** Both keys are turned for exactly what is sealed. */
  async turn({ id, sha256 }: { id: string; sha256: string }): Promise<void> {
    for (const who of [this.secretary, this.keyholder]) {
      const answer = await who.post(`/api/releases/records/${id}/arm`, { sha256, releaseAt: null });
      expect(answer.status).toBe(204);
    }
  }

  press(recordId: string) {
    return this.secretary.post(`${this.root}/press`, { recordIds: [recordId] });
  }

  async tell(scope: string): Promise<void> {
    const sealed = await this.secretary.post(`${this.root}/seal`, { scope, releaseAt: null });
    expect(sealed.status).toBe(200);
    const { items } = (await this.secretary.get<ReleaseRoomView>(this.root)).body;
    const record = items.find((item) => item.scope === scope)?.sealed;
    if (!record) throw new Error(`${scope} is not sealed`);
    await this.turn(record);
    expect((await this.press(record.id)).status).toBe(200);
  }

  open(order: object) {
    return this.secretary.post<CorrectionsView>(`${this.root}/corrections`, {
      kind: 'announcement',
      scope: 'small',
      classCode: 'small',
      nominationId: null,
      named: null,
      note: 'Vinneren er Nesdal.',
      reason: 'Feil navn ble ført inn.',
      requestId: null,
      concernsAssessment: false,
      ...order,
    });
  }

  async room(as = this.secretary): Promise<CorrectionsView> {
    return (await as.get<CorrectionsView>(`${this.root}/corrections`)).body;
  }

  async newest(): Promise<CorrectionView> {
    const [correction] = (await this.room()).corrections;
    if (!correction) throw new Error('no correction');
    return correction;
  }

  /** Turns both keys of the newest correction and presses. */
  async release() {
    const { sealed } = await this.newest();
    if (!sealed) throw new Error('not sealed');
    await this.turn(sealed);
    return this.press(sealed.id);
  }

  async page(): Promise<EditionPageView> {
    await this.app.get(PublicWatch).catchUp();
    const path = `/api/public/editions/${this.year}`;
    return (await this.app.visitor().get<EditionPageView>(path)).body;
  }

  async classOf(code: string): Promise<PublicClass> {
    const found = (await this.page()).classes.find((one) => one.code === code);
    if (!found) throw new Error(code);
    return found;
  }

  async shown(code: string): Promise<string[]> {
    const { finalists } = await this.classOf(code);
    return finalists.map(({ name, winner }) => (winner ? `${name} vant` : name));
  }

  async text(path: string): Promise<string> {
    await this.app.get(PublicWatch).catchUp();
    return (await fetch(this.app.url + path)).text();
  }

  /** Status, tag and bytes of everything that the release is told through. */
  async everything(): Promise<Record<string, string>> {
    await this.app.get(PublicWatch).catchUp();
    const answers: Record<string, string> = {};
    for (const path of TOLD_BY(this.year)) {
      const answer = await fetch(this.app.url + path);
      answers[path] = `${answer.status} ${answer.headers.get('etag')} ${await answer.text()}`;
    }
    // What has been answered is kept until something is told: the views themselves say what would be.
    for (const view of ['public_release', 'public_correction', 'released_entry', 'public_edition'])
      answers[view] = JSON.stringify(
        await this.app.db.query(`select to_jsonb(v) as row from ${view} v order by 1`),
      );
    return answers;
  }

  mails(template: string): Promise<{ recipient: string; words: Record<string, string> }[]> {
    return this.app.db.query(
      'select recipient, words from mail_outbox where edition_id = $1 and template = $2 order by recipient',
      [this.scene.edition.id, template],
    );
  }
}

/** The status and the refusal's code of an answer. */
export function refusalOf({ status, body }: { status: number; body: unknown }) {
  return [status, (body as { refusal?: string } | null)?.refusal];
}
