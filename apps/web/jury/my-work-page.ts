import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  LOCALE_ID,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GrantView } from '@award/access/contract';
import { actingSentence, Session, sideOf } from '@award/access/web';
import { OpenClassQuestions } from '@award/deliberation/web';
import { ImpartialityClient } from '@award/impartiality/web';
import type { MySeatView } from '@award/jury/contract';
import {
  AnswerInvitation,
  JuryClient,
  POSITION_WORDS,
  STANDING_TONES,
  STANDING_WORDS,
} from '@award/jury/web';
import { JudgementRule, MyEntries, ScoringClient } from '@award/scoring/web';
import { ClassMark, className, inLocale, PageHeader, ResourceState, StateTag } from '@award/ui/web';
import { TakeAlong } from './device/take-along';

/** A juror's start page: the one next act, and the entries of the class that the juror acts in. */
@Component({
  selector: 'app-my-work-page',
  imports: [
    AnswerInvitation,
    ClassMark,
    JudgementRule,
    MyEntries,
    OpenClassQuestions,
    PageHeader,
    ResourceState,
    RouterLink,
    StateTag,
    TakeAlong,
  ],
  templateUrl: './my-work-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyWorkPage {
  private readonly jury = inject(JuryClient);
  private readonly impartiality = inject(ImpartialityClient);
  private readonly scoring = inject(ScoringClient);
  private readonly session = inject(Session);
  private readonly locale = inject(LOCALE_ID);

  protected readonly roleWords = POSITION_WORDS;
  protected readonly standingWords = STANDING_WORDS;
  protected readonly standingTones = STANDING_TONES;
  protected readonly declined = signal(false);
  protected readonly seat = resource({
    params: () => this.session.acting()?.id,
    loader: () => this.jury.mySeat(),
  });
  protected readonly mine = computed(() => (this.seat.hasValue() ? this.seat.value() : null));
  /** The edition is over: what was told of relations is deleted, and with it the way to the entries. */
  protected readonly archived = computed(() => this.mine()?.phase === 'archived');
  private readonly sits = computed(() => {
    const standing = this.archived() ? undefined : this.mine()?.standing;
    return standing === 'active' || standing === 'waiting' ? this.mine() : undefined;
  });
  protected readonly declarations = resource({
    params: () => this.sits() ?? undefined,
    loader: () => this.impartiality.mine(),
  });
  protected readonly declared = computed(() =>
    this.declarations.hasValue() ? this.declarations.value() : null,
  );
  protected readonly entries = resource({
    params: () =>
      this.sits()?.standing === 'active' && this.declared()?.closedBecause === null
        ? this.mine()?.id
        : undefined,
    loader: () => this.scoring.entries(),
  });
  protected readonly listed = computed(() =>
    this.entries.hasValue() ? this.entries.value() : null,
  );
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  /** The person's other classes: each is acted in by itself. */
  protected readonly otherClasses = computed(() =>
    this.session
      .me()
      .grants.filter((grant) => sideOf(grant) === 'jury' && grant.id !== this.session.acting()?.id),
  );
  protected readonly dueBy = computed(() => {
    const listed = this.listed();
    return listed?.scoringClosesAt && listed.stage === 'scoring'
      ? {
          label: $localize`:@@scoring.work.due:Vurderingen skal være ferdig`,
          at: listed.scoringClosesAt,
          now: listed.now,
        }
      : null;
  });

  protected classWords(seat: MySeatView): string {
    return inLocale(seat.className, this.locale);
  }

  protected switchWords(grant: GrantView): string {
    const name = className(grant.classCode ?? '');
    return $localize`:@@scoring.work.switch:Bytt til ${name}:class:`;
  }

  protected accepted(seat: MySeatView): void {
    this.seat.set(seat);
  }

  protected async leave(): Promise<void> {
    this.declined.set(true);
    await this.session.refresh();
  }

  protected async switchTo(grant: GrantView): Promise<void> {
    await this.session.actAs(grant.id);
  }
}
