import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { nextWorkingDayAtNoon } from '@award/award';
import { Jobs } from '@award/jobs/api';
import type { DataSource } from 'typeorm';
import { AsPeople, Stopped } from '../demo/as-people';
import { createEdition, inviteSampleMunicipalities, openCall } from '../demo/sample-year/call';
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
import { hearOthers } from '../demo/sample-year/partners';
import { archive } from '../demo/sample-year/publishing';
import { type SampleYear, setClock } from '../demo/sample-year/sample-year';
import { samplePlan } from '../demo/sample-year/year-plan';
import { seedInventedMunicipalities } from '../seed/invented-municipalities';
import { seedCast } from '../seed/sample-people';
import { seedGround } from '../seed/seed-demo';
import {
  askForLinks,
  linksEnd,
  theCallCloses,
  theCallOpens,
  theHeldAnswer,
  theReturn,
} from './call-deadlines';
import { everyAddress } from './every-address';
import { LeakScan } from './leak-scan';
import { LeakWatch } from './leak-watch';
import { mailAccount, noteClockMoves } from './mail-account';
import { RefusedActs, type Rehearsed } from './rehearsed';
import type { BrokenLine, RehearsalReport } from './report';
import { playTheResult } from './result-play';
import { planOf } from './set-up/cast';
import { makeEdition } from './set-up/make-edition';
import { blankReport } from './set-up/blank-report';
import type { EditionSetUp } from './set-up/set-up';
import { signInByMail } from './sign-in-by-mail';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

export interface RehearsalOptions {
  /** Told how far it has come. */
  say: (line: string) => void;
  /** Who looks for leaks: everybody who is not cleared, or fewer for trying out, or nobody. */
  looks: 'all' | 'few' | 'none';
}

/** Plays whole editions on a shifted clock, through the server that listens, and keeps the account. */
export class Rehearsal {
  private during = '';

  /** `owner` moves the clock and reads behind the server's back. */
  constructor(
    private readonly app: Pick<INestApplicationContext, 'get'>,
    private readonly owner: DataSource,
    private readonly url: string,
    private readonly options: RehearsalOptions,
  ) {}

  /** What every edition stands on: the register and the people. Once in a database. */
  async prepare(): Promise<void> {
    this.tell('The register and the people');
    await noteClockMoves(this.owner);
    await seedGround(this.app);
  }

  /** Plays an edition as it is set up, or without a set-up the sample year. Editions follow each other in time. */
  async play(setUp: EditionSetUp | null = null): Promise<RehearsalReport> {
    const refused = new RefusedActs();
    const report = blankReport(setUp);
    if (report.setUp.faults.length > 0) return report;
    const people = new AsPeople(this.url, {
      signIn: signInByMail(this.app, this.owner),
      heard: refused.heard,
    });
    let watch = new LeakWatch(null);
    try {
      this.tell('The call');
      const year = await this.edition(people, setUp);
      report.year = year.year;
      const { deadlines, notTried } = report;
      const run = (work: string) => this.app.get(Jobs).run(work);
      const rehearsed: Rehearsed = { year, run, deadlines, notTried };
      await this.callFor(rehearsed);
      this.tell('Entries and the jury');
      await this.judge(rehearsed);
      this.tell('The result, and what everybody else can see of it');
      watch = new LeakWatch(await this.scan(year));
      await playTheResult(rehearsed, watch);
      await setClock(year, year.plan.moments.archived);
      await archive(year);
    } catch (error) {
      report.broken = await this.whereItStopped(error as Error, refused);
    }
    return {
      ...report,
      asked: watch.asked,
      leaks: watch.found,
      mails: await mailAccount(this.owner),
      refused: refused.all,
    };
  }

  private async edition(people: AsPeople, setUp: EditionSetUp | null): Promise<SampleYear> {
    const ground = {
      people,
      db: this.owner,
      minute: async () => {
        await this.owner.query('delete from rate_limit');
        await this.app.get(Jobs).minute();
      },
    };
    if (setUp) {
      const plan = planOf(setUp);
      const counted = Number(setUp.referenceDate.slice(0, 4));
      await seedInventedMunicipalities(this.owner, counted, plan.municipalities);
      await seedCast(this.app, plan);
      return makeEdition({ ...ground, plan }, setUp);
    }
    const [{ year: next }] = await this.owner.query(
      'select extract(year from clock_timestamp())::int + 1 as year',
    );
    return createEdition({ ...ground, plan: samplePlan(next) }, next);
  }

  private async callFor(rehearsed: Rehearsed): Promise<void> {
    const { year } = rehearsed;
    const { deadline, halfway } = year.plan.moments;
    const before = async (days: number) => {
      const at = Date.parse(deadline) - days * DAY + MINUTE;
      if (at > Date.parse(halfway)) await setClock(year, new Date(at).toISOString());
    };
    await theCallOpens(rehearsed);
    await openCall(year);
    await setClock(year, halfway);
    await inviteSampleMunicipalities(year);
    await halfwayThroughTheCall(year);
    await hearOthers(year);
    await askForLinks(rehearsed);
    // The days on which those who write are reminded.
    for (const days of [7, 2]) await before(days);
    await linksEnd(rehearsed);
    await before(1);
    await sendBeforeTheDeadline(year);
    await theCallCloses(rehearsed);
    await passTheDeadline(year);
  }

  private async judge(rehearsed: Rehearsed): Promise<void> {
    const { year } = rehearsed;
    const { classes, moments } = year.plan;
    await theHeldAnswer(rehearsed, nextWorkingDayAtNoon(new Date(moments.deadline)));
    await answerWhatWasHeld(year);
    await checkEligibility(year, { leaveOpen: false, leaveReturned: true });
    await theReturn(rehearsed);
    await settleEligibility(year);
    for (const classCode of classes) {
      this.tell(`The panel of ${classCode}`);
      await seatThePanel(year, classCode);
      await settleImpartiality(year, classCode, { everybody: true });
      await openScoring(year, classCode);
    }
    await setClock(year, moments.scoringDone);
    for (const classCode of classes) await finishScoring(year, classCode);
    await setClock(year, moments.inMeeting);
  }

  /** Nobody who looks is cleared: two municipalities of each class, and a member recused from a class. */
  private async scan(year: SampleYear): Promise<LeakScan | null> {
    const { looks } = this.options;
    if (looks === 'none') return null;
    const names = notCleared(year);
    const callers = [{ name: 'anyone', visitor: year.people.stranger() }];
    for (const name of looks === 'few' ? names.slice(0, 2) : names)
      callers.push({ name, visitor: await year.people.person(name) });
    const container = this.app.get(ModulesContainer);
    const addresses = await everyAddress(
      { get: () => container },
      { ...year, db: this.owner },
      { classCode: year.plan.classes },
    );
    return new LeakScan(callers, addresses);
  }

  private async whereItStopped(error: Error, { last }: RefusedActs): Promise<BrokenLine> {
    const [{ at }] = await this.owner.query('select award_now() as at');
    const where = { at: at.toISOString(), during: this.during };
    return error instanceof Stopped && last
      ? { ...where, ...last }
      : { ...where, act: 'what was waited for', who: 'nobody', why: error.message };
  }

  private tell(during: string): void {
    this.during = during;
    this.options.say(`${during} …`);
  }
}

const SAMPLE_CALLERS = ['9001', '9008', '9028', '9021'];

function notCleared({ plan }: SampleYear): string[] {
  const { municipalities, jurors } = plan;
  const known = municipalities.filter(({ number }) => SAMPLE_CALLERS.includes(number));
  const read = municipalities.filter(({ fate }) => fate === 'reviewed');
  const numbers =
    known.length > 0
      ? SAMPLE_CALLERS
      : [read[0], read.at(-1)].flatMap((one) => (one ? [one.number] : []));
  const recused = jurors.find(({ recusedIn }) => recusedIn === plan.classes[0]);
  return [...numbers.map((number) => `kommune-${number}`), ...(recused ? [recused.key] : [])];
}
