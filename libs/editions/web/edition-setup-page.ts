import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
} from '@angular/core';
import { Session } from '@award/access/web';
import { mayChangeRule, phaseAllows, PHASES } from '@award/award';
import type { EditionView } from '@award/editions/contract';
import { type DueBy, InLocale, PageHeader, ResourceState, StateTag } from '@award/ui/web';
import { ChangesList } from './changes-list';
import { ClassesSection } from './classes-section';
import { CriteriaSection } from './criteria-section';
import { EditionActs } from './edition-acts';
import { EDITION_PARTS, type EditionPart, EditionPartNav } from './edition-part-nav';
import { dateWords, phaseTone, phaseWords } from './edition-words';
import { EditionsClient } from './editions-client';
import { EventSection } from './event-section';
import { PressSection } from './press-section';
import { RulesSection } from './rules-section';
import { TextsSection } from './texts-section';
import { TimetableSection } from './timetable-section';

/** One edition, part by part. The part stands in the address. */
@Component({
  selector: 'editions-setup-page',
  imports: [
    ChangesList,
    ClassesSection,
    CriteriaSection,
    EditionActs,
    EditionPartNav,
    EventSection,
    InLocale,
    PageHeader,
    PressSection,
    ResourceState,
    RulesSection,
    StateTag,
    TextsSection,
    TimetableSection,
  ],
  templateUrl: './edition-setup-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionSetupPage {
  readonly id = input.required<string>();
  readonly del = input<string>();

  private readonly client = inject(EditionsClient);
  private readonly session = inject(Session);

  protected readonly phaseWords = phaseWords;
  protected readonly phaseTone = phaseTone;
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: ({ params }) => this.client.one(params),
  });
  /** The newest that is known: fetched, or as a save answered. */
  protected readonly edition = linkedSignal<EditionView | null>(() =>
    this.fetched.hasValue() ? this.fetched.value() : null,
  );
  protected readonly part = computed<EditionPart>(
    () => EDITION_PARTS.find(({ code }) => code === this.del())?.code ?? 'tidsplan',
  );
  protected readonly mayAct = computed(() => this.session.may('edition:advance'));
  protected readonly may = computed(() => {
    const edition = this.edition();
    const writes = this.session.may('edition:change') && edition !== null && !edition.asPublished;
    if (!writes) return { dates: false, rule: false, texts: false };
    const stages = edition.classes.flatMap(({ stage }) => stage ?? []);
    return {
      dates: phaseAllows(edition.phase, 'changeTimetable').allowed,
      rule: edition.ruleRegisteredAt === null && mayChangeRule(edition.phase, stages).allowed,
      texts: PHASES.indexOf(edition.phase) < PHASES.indexOf('archived'),
    };
  });
  protected readonly dueBy = computed<DueBy | null>(() => {
    const edition = this.edition();
    const at = edition?.phase === 'open' ? edition.timetable.deadline : null;
    return edition && at ? { label: dateWords('deadline'), at, now: edition.now } : null;
  });
}
