import { inject, Injectable } from '@angular/core';
import { Session } from '@award/access/web';
import { type Permission, stageGaps } from '@award/award';
import type { EditionView } from '@award/editions/contract';
import { EditionsClient } from '@award/editions/web';
import { EligibilityClient } from '@award/eligibility/web';
import { JuryClient } from '@award/jury/web';
import { JustificationsClient } from '@award/justifications/web';
import { OutreachClient } from '@award/outreach/web';
import type { StagePlanView } from '@award/publication/contract';
import { StagePlanClient } from '@award/publication/web';
import { ScoringClient } from '@award/scoring/web';
import { isRefused } from '@award/ui/web';
import type { DeskFacts, StageFacts } from './desk-tasks';

/** Gathers what the desk shows from the areas, each through its own client and only where the role may ask. */
@Injectable({ providedIn: 'root' })
export class DeskSources {
  private readonly session = inject(Session);
  private readonly editions = inject(EditionsClient);
  private readonly outreach = inject(OutreachClient);
  private readonly eligibility = inject(EligibilityClient);
  private readonly jury = inject(JuryClient);
  private readonly scoring = inject(ScoringClient);
  private readonly justifications = inject(JustificationsClient);
  private readonly stage = inject(StagePlanClient);

  async facts(): Promise<DeskFacts> {
    const edition = await this.editions.current();
    const { id, phase } = edition;
    const codes = edition.classes.map(({ code }) => code);
    const sought = phase !== 'planned';
    const answers = new Answers();
    const ask = <T>(permission: Permission, source: () => Promise<T>, now = true) =>
      now && this.session.may(permission) ? answers.orNull(source()) : Promise.resolve(null);
    const [outreach, undelivered, entries, panels, progress, justifications, stage] =
      await Promise.all([
        ask('outreach:read', () => this.outreach.counts(id)),
        ask(
          'outreach:read',
          async () => (await this.outreach.undelivered(id)).length,
          phase !== 'archived',
        ),
        ask('eligibility:read', () => this.eligibility.counts(id), sought),
        ask('panel:read', () => answers.ofEach(codes, (code) => this.jury.panel(id, code))),
        ask(
          'progress:read',
          () => answers.ofEach(codes, (code) => this.scoring.progress(id, code)),
          phase === 'closed' || phase === 'judging',
        ),
        ask('justification:read', () => this.sealed(edition), phase === 'judging'),
        ask(
          'stage:run',
          async () => stageFacts(await this.stage.plan()),
          phase === 'finalists-published',
        ),
      ]);
    const { incomplete } = answers;
    return {
      edition,
      incomplete,
      outreach,
      undelivered,
      entries,
      panels,
      progress,
      justifications,
      stage,
    };
  }

  private async sealed({ id, classes }: EditionView): Promise<DeskFacts['justifications']> {
    const decided = classes.filter(
      ({ stage }) => stage === 'finalists-sealed' || stage === 'winner-sealed',
    );
    const counts = await Promise.all(
      decided.map(async ({ code }) => {
        const { justifications } = await this.justifications.list({
          editionId: id,
          classCode: code,
        });
        const sealed = justifications.filter(({ state }) => state === 'sealed').length;
        return [code, { sealed, all: justifications.length }] as const;
      }),
    );
    return Object.fromEntries(counts);
  }
}

/** What has been answered. What the reader is refused is left out in silence; what did not come is remembered. */
class Answers {
  incomplete = false;

  async orNull<T>(answer: Promise<T>): Promise<T | null> {
    try {
      return await answer;
    } catch (error) {
      if (!isRefused(error)) this.incomplete = true;
      return null;
    }
  }

  /** Class by class: one that is closed to the reader leaves the others as they are. */
  async ofEach<T>(codes: readonly string[], ask: (code: string) => Promise<T>): Promise<T[]> {
    const answers = await Promise.all(codes.map((code) => this.orNull(ask(code))));
    return answers.filter((answer) => answer !== null);
  }
}

function stageFacts({ call, classes }: StagePlanView): StageFacts {
  const finalists = classes.flatMap((one) => one.finalists);
  const answered = finalists.filter(({ party }) => party !== null).length;
  const presented = classes.filter(({ presenters }) => presenters.trim() !== '').length;
  return {
    answersDueAt: call?.dueAt ?? null,
    ready: answered + presented,
    all: finalists.length + classes.length,
    answersMissing: answered < finalists.length,
    gaps: stageGaps({ asked: call !== null, classes }).length,
  };
}
