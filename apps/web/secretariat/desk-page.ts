import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import { PhaseLine, phaseTone, phaseWords } from '@award/editions/web';
import { sumsByClass } from '@award/outreach/web';
import {
  ClassMark,
  type DueBy,
  Empty,
  Grouped,
  InLocale,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { AreaHome } from '../shell/area-home';
import { DeskSources } from './desk-facts';
import { type DeskTask, deskTasks, nextTask, type TaskState } from './desk-tasks';
import { taskStateTone, taskStateWords, taskWords } from './desk-words';

const GROUPS: readonly TaskState[] = ['late', 'due', 'ahead', 'done'];

/** The secretariat's desk: the year with today on it, the one next act, and what is late, due and done. */
@Component({
  selector: 'app-desk-page',
  imports: [
    AreaHome,
    ClassMark,
    Empty,
    Grouped,
    InLocale,
    OsloDateTime,
    PageHeader,
    PhaseLine,
    ResourceState,
    RouterLink,
    StateTag,
  ],
  templateUrl: './desk-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskPage {
  /** From the route's data. */
  readonly heading = input.required<string>();

  private readonly sources = inject(DeskSources);
  protected readonly session = inject(Session);

  /** An operator works on the installation, not on an edition. */
  protected readonly hasDesk = computed(() => this.session.may('edition:read'));
  protected readonly facts = resource({
    params: () => (this.hasDesk() ? this.session.acting()?.id : undefined),
    loader: () => this.sources.facts(),
  });
  protected readonly noEdition = computed(
    () => readRefusal(this.facts.error())?.refusal === 'not-found',
  );
  protected readonly edition = computed(() =>
    this.facts.hasValue() ? this.facts.value().edition : null,
  );
  /** Some of it did not come: then nobody is told that there is nothing to do. */
  protected readonly incomplete = computed(
    () => this.facts.hasValue() && this.facts.value().incomplete,
  );
  protected readonly tasks = computed(() =>
    this.facts.hasValue() ? deskTasks(this.facts.value()) : [],
  );
  /** Of the tasks that are the reader's own: others' are shown, and lead nowhere. */
  protected readonly next = computed(() => nextTask(this.tasks().filter((one) => this.opens(one))));
  protected readonly groups = computed(() =>
    GROUPS.map((state) => ({
      state,
      tasks: this.tasks().filter((task) => task.state === state),
    })).filter(({ tasks }) => tasks.length > 0),
  );
  protected readonly sums = computed(() =>
    sumsByClass(this.facts.hasValue() ? (this.facts.value().outreach ?? []) : []),
  );
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly dueBy = computed<DueBy | null>(() => {
    const [edition, next] = [this.edition(), this.next()];
    return edition && next?.by ? { label: BY, at: next.by, now: edition.now } : null;
  });
  protected readonly phaseWords = phaseWords;
  protected readonly phaseTone = phaseTone;
  protected readonly taskWords = taskWords;
  protected readonly stateWords = taskStateWords;
  protected readonly stateTone = taskStateTone;

  protected opens({ permission }: DeskTask): boolean {
    return this.session.may(permission);
  }
}

const BY = $localize`:@@desk.by:Innen`;
