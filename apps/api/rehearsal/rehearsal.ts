import type { NestExpressApplication } from '@nestjs/platform-express';
import { nextWorkingDayAtNoon } from '@award/award';
import { Jobs } from '@award/jobs/api';
import { AsPeople, done } from '../demo/as-people';
import { createEdition, inviteSampleMunicipalities, openCall } from '../demo/sample-year/call';
import { decideFinalists, decideWinner, justify } from '../demo/sample-year/deciding';
import {
  answerWhatWasHeld,
  checkEligibility,
  halfwayThroughTheCall,
  passTheDeadline,
  sendBeforeTheDeadline,
  settleEligibility,
} from '../demo/sample-year/entries';
import {
  finishScoring,
  openScoring,
  seatThePanel,
  settleImpartiality,
} from '../demo/sample-year/judging';
import { SAMPLE_CLASSES } from '../demo/sample-year/panel';
import { hearOthers } from '../demo/sample-year/partners';
import { prepareStage } from '../demo/sample-year/on-stage';
import { archive, sealAndArm } from '../demo/sample-year/publishing';
import { datesOf, setClock } from '../demo/sample-year/sample-year';
import { type Answer, Visitor } from '../demo/visitor';
import { seedGround } from '../seed/seed-demo';
import type { DataSource } from 'typeorm';
import {
  askForLinks,
  linksEnd,
  theCallCloses,
  theCallOpens,
  theHeldAnswer,
  theReturn,
} from './call-deadlines';
import { everyAddress, LeakScan, type Look, type Secret } from './leak-scan';
import { mailAccount, noteClockMoves, tellingMail } from './mail-account';
import { RefusedActs, type Rehearsed } from './rehearsed';
import type { LeakLine, RehearsalReport } from './report';
import {
  askFactCheck,
  theFactCheck,
  theRelease,
  theSilence,
  theStageCall,
} from './result-deadlines';

/** Nobody of these is cleared of anything: two municipalities of each class, and a member recused from a class. */
const NOT_CLEARED = ['9001', '9008', '9028', '9021']
  .map((number) => `kommune-${number}`)
  .concat('inhabil');

export interface RehearsalOptions {
  /** Told how far it has come. */
  say: (line: string) => void;
  /** Looks for leaks as fewer callers: for trying out, and for the tests, which look as everybody elsewhere. */
  quick: boolean;
}

/** Plays a whole edition on a shifted clock, through the server that listens, and keeps the account. */
export class Rehearsal {
  private readonly refused = new RefusedActs();
  private readonly leaks: LeakLine[] = [];
  private readonly people: AsPeople;
  private looks = 0;

  /** `owner` moves the clock and reads behind the server's back. */
  constructor(
    private readonly app: NestExpressApplication,
    private readonly owner: DataSource,
    url: string,
    private readonly options: RehearsalOptions,
  ) {
    this.people = new AsPeople(url, {
      signIn: (visitor, key) => this.signIn(visitor, key),
      heard: this.refused.heard,
    });
  }

  async play(): Promise<RehearsalReport> {
    this.options.say('The register and the people …');
    await noteClockMoves(this.owner);
    await seedGround(this.app);
    const [{ year: next }] = await this.owner.query(
      'select extract(year from clock_timestamp())::int + 1 as year',
    );
    const jobs = this.app.get(Jobs);
    const ground = {
      people: this.people,
      db: this.owner,
      minute: async () => {
        await this.owner.query('delete from rate_limit');
        await jobs.minute();
      },
    };
    this.options.say('The call …');
    const year = await createEdition(ground, next);
    const rehearsed: Rehearsed = { year, run: (work) => jobs.run(work), deadlines: [] };
    await this.callFor(rehearsed);
    this.options.say('Entries and the jury …');
    await this.judge(rehearsed);
    this.options.say('The result, and what everybody else can see of it …');
    const asked = await this.tell(rehearsed);
    await setClock(year, `${year.year}-04-15T10:00:00+02:00`);
    await archive(year);
    return {
      year: year.year,
      asked: { ...asked, looks: this.looks },
      deadlines: rehearsed.deadlines,
      mails: await mailAccount(this.owner),
      leaks: this.leaks,
      refused: this.refused.all,
    };
  }

  private async callFor(rehearsed: Rehearsed): Promise<void> {
    const { year } = rehearsed;
    const on = (day: string) => setClock(year, `${year.year}-01-${day}+01:00`);
    await theCallOpens(rehearsed);
    await openCall(year);
    await on('12T10:00:00');
    await inviteSampleMunicipalities(year);
    await halfwayThroughTheCall(year);
    await hearOthers(year);
    await askForLinks(rehearsed);
    // The days on which those who write are reminded.
    for (const day of ['13T12:01:00', '18T12:01:00']) await on(day);
    await linksEnd(rehearsed);
    await on('19T12:01:00');
    await sendBeforeTheDeadline(year);
    await theCallCloses(rehearsed);
    await passTheDeadline(year);
  }

  private async judge(rehearsed: Rehearsed): Promise<void> {
    const { year } = rehearsed;
    await theHeldAnswer(rehearsed, nextWorkingDayAtNoon(new Date(datesOf(year.year).deadline)));
    await answerWhatWasHeld(year);
    await checkEligibility(year, { leaveOpen: false, leaveReturned: true });
    await theReturn(rehearsed);
    await settleEligibility(year);
    for (const classCode of SAMPLE_CLASSES) {
      await seatThePanel(year, classCode);
      await settleImpartiality(year, classCode, { everybody: true });
      await openScoring(year, classCode);
    }
    await setClock(year, `${year.year}-02-12T15:00:00+01:00`);
    for (const classCode of SAMPLE_CLASSES) await finishScoring(year, classCode);
    await setClock(year, `${year.year}-02-16T10:05:00+01:00`);
  }

  /** From the meeting to the stage. Who is told in confidence is not compared from then on. */
  private async tell(rehearsed: Rehearsed): Promise<{ callers: number; addresses: number }> {
    const { year } = rehearsed;
    const callers = [{ name: 'anyone', visitor: year.people.stranger() }];
    const names = this.options.quick ? NOT_CLEARED.slice(0, 2) : NOT_CLEARED;
    for (const name of names) callers.push({ name, visitor: await this.people.person(name) });
    const scan = new LeakScan(callers, await everyAddress(this.app, { ...year, db: this.owner }));
    const nobodyKnows = await this.look(scan);
    const from = await this.realNow();
    for (const classCode of SAMPLE_CLASSES) {
      await decideFinalists(year, classCode);
      await decideWinner(year, classCode, { leaveMinutes: true });
      await justify(year, classCode);
    }
    await askFactCheck(rehearsed, 'small', `${year.year}-02-18T12:00:00+01:00`);
    await this.sealed(rehearsed);
    const asked = await this.finalistsOf(year.editionId, 'small');
    const finalists = await this.secretsOf(year.editionId, 'finalist');
    const winners = await this.secretsOf(year.editionId, 'winner');
    const sealed = await this.look(scan, finalists);
    this.compare('sealed, and not released', scan, nobodyKnows, sealed, asked);
    await theSilence(rehearsed, 'large');
    await theFactCheck(rehearsed, asked);
    const to = await this.realNow();
    await theRelease(rehearsed, 'finalists');
    await setClock(year, `${year.year}-02-19T10:05:00+01:00`);
    await prepareStage(year);
    await theStageCall(rehearsed);
    await setClock(year, `${year.year}-02-26T12:05:00+01:00`);
    const finalistsKnown = await this.look(scan, winners);
    await setClock(year, `${year.year}-03-02T18:20:00+01:00`);
    const beforeTheStage = await this.look(scan, winners);
    this.compare('finalists known, winners not', scan, finalistsKnown, beforeTheStage, []);
    await theRelease(rehearsed, 'winners');
    await setClock(year, `${year.year}-03-02T18:31:00+01:00`);
    const texts = [...finalists, ...winners].filter(({ text }) => text.includes(' '));
    for (const what of await tellingMail(
      this.owner,
      { from, to },
      texts.map(({ text }) => text),
    ))
      this.leaks.push({ when: 'mail', what });
    return { callers: callers.length, addresses: scan.addresses.length };
  }

  private async sealed({ year }: Rehearsed): Promise<void> {
    const { finalistsAt, announcementAt } = datesOf(year.year);
    await sealAndArm(year, 'all', finalistsAt);
    for (const classCode of SAMPLE_CLASSES) await sealAndArm(year, classCode, announcementAt);
  }

  private async look(scan: LeakScan, secrets: readonly Secret[] = []): Promise<Look> {
    this.looks += 1;
    return scan.look(secrets);
  }

  private compare(when: string, scan: LeakScan, before: Look, after: Look, spared: string[]): void {
    for (const address of scan.differences(before, after, spared))
      this.leaks.push({ when, what: `${address} is not as it was` });
    for (const what of after.told.filter((one) => !spared.includes(one.split(' ')[0] ?? '')))
      this.leaks.push({ when, what });
  }

  private async finalistsOf(editionId: string, classCode: string): Promise<string[]> {
    const rows: { key: string }[] = await this.owner.query(
      `select 'kommune-' || v.number as key from decision_entry d join nomination n on n.id = d.nomination_id
       join municipality_version v on v.municipality_id = n.municipality_id and v.valid_to is null
       where d.edition_id = $1 and d.class_code = $2 and d.outcome = 'finalist' order by d.position`,
      [editionId, classCode],
    );
    return rows.map(({ key }) => key);
  }

  /** What stands in no answer before its time: texts, and the ids and hashes of what was decided and sealed. */
  private async secretsOf(editionId: string, outcome: 'finalist' | 'winner'): Promise<Secret[]> {
    const [kind, scope] = outcome === 'finalist' ? ['finalists', 'all'] : ['winner', null];
    return this.owner.query(
      `select 'a stage text' as what, j.stage_text as text from justification j
         join decision_entry d on d.nomination_id = j.nomination_id where d.edition_id = $1 and d.outcome = $2 and j.stage_text <> ''
       union all select 'a justification', j.text from justification j
         join decision_entry d on d.nomination_id = j.nomination_id where d.edition_id = $1 and d.outcome = $2 and $2 = 'finalist'
       union all select 'the id of a decision', id::text from decision where edition_id = $1 and kind = $3
       union all select 'the reason of a decision', reason from decision where edition_id = $1 and kind = $3
       union all select 'the id of what is sealed', id::text from sealed_record where edition_id = $1 and (scope = 'all') = ($4::text = 'all')
       union all select 'the hash of what is sealed', sha256 from sealed_record where edition_id = $1 and (scope = 'all') = ($4::text = 'all')`,
      [editionId, outcome, kind, scope ?? ''],
    );
  }

  /** With a code from the captured mail, as everybody does: sample people have no door of their own in a rehearsal. */
  private async signIn(visitor: Visitor, key: string): Promise<Answer> {
    const email = `${key}@eksempel.example`;
    await this.owner.query('delete from rate_limit');
    await done(visitor.post('/api/sign-in/code', { email }));
    for (let turn = 0; turn < 100; turn++) {
      await this.app.get(Jobs).run('mail');
      const [mail] = await this.owner.query(
        `select c.body from sign_in_code s join mail_outbox o on o.event_key = 'sign-in-code:' || s.id
           join caught_mail c on c.recipient = o.recipient and c.message_id like '<' || o.id || '@%'
         where s.email = $1 and s.used_at is null order by s.created_at desc limit 1`,
        [email],
      );
      const code = /\b\d{6}\b/.exec(mail?.body ?? '')?.[0];
      if (code) return visitor.post('/api/sign-in', { email, code });
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`no code came to ${email}`);
  }

  private async realNow(): Promise<string> {
    const [{ at }] = await this.owner.query('select clock_timestamp() as at');
    return at.toISOString();
  }
}
