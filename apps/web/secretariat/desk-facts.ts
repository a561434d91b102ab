import { inject, Injectable } from '@angular/core';
import { Session } from '@award/access/web';
import { stageGaps } from '@award/award';
import type { EditionView } from '@award/editions/contract';
import { EditionsClient } from '@award/editions/web';
import { EligibilityClient } from '@award/eligibility/web';
import { JuryClient } from '@award/jury/web';
import { JustificationsClient } from '@award/justifications/web';
import { OutreachClient } from '@award/outreach/web';
import type { StagePlanView } from '@award/publication/contract';
import { StagePlanClient } from '@award/publication/web';
import { ScoringClient } from '@award/scoring/web';
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
    const [outreach, undelivered, entries, panels, progress, justifications, stage] =
      await Promise.all([
        this.ask('outreach:read', () => this.outreach.counts(id)),
        this.ask(
          'outreach:read',
          async () => (await this.outreach.undelivered(id)).length,
          phase !== 'archived',
        ),
        this.ask('eligibility:read', () => this.eligibility.counts(id), sought),
        this.ask('panel:read', () => ofEach(codes, (code) => this.jury.panel(id, code))),
        this.ask(
          'progress:read',
          () => ofEach(codes, (code) => this.scoring.progress(id, code)),
          phase === 'closed' || phase === 'judging',
        ),
        this.ask('justification:read', () => this.sealed(edition), phase === 'judging'),
        this.ask(
          'stage:run',
          async () => stageFacts(await this.stage.plan()),
          phase === 'finalists-published',
        ),
      ]);
    return { edition, outreach, undelivered, entries, panels, progress, justifications, stage };
  }

  /** Null where the role may not ask, where there is nothing to ask for yet, and where no answer came. */
  private async ask<T>(
    permission: Parameters<Session['may']>[0],
    source: () => Promise<T>,
    sought = true,
  ): Promise<T | null> {
    return sought && this.session.may(permission) ? source().catch(() => null) : null;
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

/** What is answered, class by class: one that is closed to the reader leaves the others as they are. */
async function ofEach<T>(
  codes: readonly string[],
  ask: (code: string) => Promise<T>,
): Promise<T[]> {
  const answers = await Promise.all(codes.map((code) => ask(code).catch(() => null)));
  return answers.filter((answer) => answer !== null);
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
