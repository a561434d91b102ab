import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  LOCALE_ID,
  output,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { dateInOslo, instantInOslo, KEYS_NEEDED } from '@award/award';
import type { ReleaseAct, ReleaseCondition, ReleaseItem } from '@award/publication/contract';
import {
  ClassMark,
  classTint,
  Countdown,
  formatTime,
  OsloDateTime,
  StateTag,
  type Tone,
  wordsFor,
} from '@award/ui/web';
import { paragraphs } from './public-words';
import { ReleaseTextSummary } from './release-text/release-text-summary';
import { conditionWords, releaseTitle, wayOutLink } from './release-words';

/** An act that was asked for; the time stands for `seal` and `schedule`. */
export interface WantedAct {
  readonly act: ReleaseAct;
  readonly releaseAt: string | null;
}

export interface ClassName {
  readonly code: string;
  readonly name: string;
}

/** One release in the room: the checklist, what becomes visible, the two keys, and the receipt afterwards. */
@Component({
  selector: 'publication-release-item',
  imports: [ClassMark, Countdown, OsloDateTime, ReleaseTextSummary, RouterLink, StateTag],
  host: { class: 'release-item', '[attr.data-color]': 'tint()' },
  templateUrl: './release-item.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReleaseItemCard {
  readonly item = input.required<ReleaseItem>();
  readonly editionId = input.required<string>();
  /** The reader prepares the release: links to what mends a condition are shown. */
  readonly prepares = input(false);
  readonly classes = input.required<readonly ClassName[]>();
  readonly now = input.required<string>();
  /** The time on the edition's timetable, as a suggestion. */
  readonly planned = input<string | null>(null);
  readonly busy = input(false);
  readonly wanted = output<WantedAct>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly paragraphs = paragraphs;
  protected readonly wordsFor = wordsFor;
  protected readonly headingId = computed(() => `publisering-${this.item().scope}`);
  protected readonly tint = computed(() =>
    this.item().kind === 'winners' ? classTint(this.item().scope) : null,
  );
  protected readonly title = computed(() =>
    releaseTitle(this.item(), this.nameOf(this.item().scope)),
  );
  /** Two places for keys, filled from the first. */
  protected readonly keys = computed(() =>
    Array.from({ length: KEYS_NEEDED }, (_, at) => this.item().sealed?.keys[at] ?? null),
  );
  protected readonly undone = computed(
    () => this.item().conditions.filter(({ met, code }) => !met && code !== 'time').length,
  );
  protected readonly state = computed((): { tone: Tone; words: string } => {
    const { released, sealed } = this.item();
    if (released)
      return { tone: 'success', words: $localize`:@@publication.state.released:Publisert` };
    if (sealed?.stoppedAt)
      return { tone: 'danger', words: $localize`:@@publication.state.stopped:Stoppet` };
    if (sealed && sealed.keys.length >= KEYS_NEEDED)
      return { tone: 'info', words: $localize`:@@publication.state.armed:Klar` };
    if (sealed) return { tone: 'info', words: $localize`:@@publication.state.sealed:Forseglet` };
    return this.item().acts.seal === null
      ? { tone: 'warning', words: $localize`:@@publication.state.to-seal:Kan forsegles` }
      : { tone: 'neutral', words: $localize`:@@publication.state.waiting:Venter` };
  });

  // The room is asked again every few seconds: what is chosen and typed here stays until what is known has changed.
  private readonly knownTime = computed(() => this.item().sealed?.releaseAt ?? this.planned());
  private readonly knownTimed = computed(() => {
    const { sealed, kind } = this.item();
    return sealed ? sealed.releaseAt !== null : kind === 'finalists' && this.planned() !== null;
  });
  protected readonly date = linkedSignal({
    source: this.knownTime,
    computation: (at) => (at ? dateInOslo(new Date(at)) : ''),
  });
  protected readonly time = linkedSignal({
    source: this.knownTime,
    computation: (at) => (at ? formatTime(at, 'en') : ''),
  });
  protected readonly timed = linkedSignal(() => this.knownTimed());

  protected words(condition: ReleaseCondition): string {
    return conditionWords(condition, this.nameOf(condition.classCode));
  }

  protected wayOf(condition: ReleaseCondition) {
    return this.prepares() ? wayOutLink(condition, this.editionId(), this.item().scope) : null;
  }

  protected nameOf(code: string | null): string | null {
    return this.classes().find((one) => one.code === code)?.name ?? null;
  }

  protected want(act: ReleaseAct): void {
    this.wanted.emit({ act, releaseAt: this.chosenTime() });
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  private chosenTime(): string | null {
    const clock = /^(\d{2}):(\d{2})/.exec(this.time());
    if (!this.timed() || !/^\d{4}-\d{2}-\d{2}$/.test(this.date()) || !clock) return null;
    return instantInOslo(this.date(), Number(clock[1]), Number(clock[2])).toISOString();
  }
}
