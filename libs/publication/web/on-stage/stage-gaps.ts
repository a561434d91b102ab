import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type StageGap, stageGaps } from '@award/award';
import type { StagePlanView } from '@award/publication/contract';

/** What is missing for the show, in a list; a line that says so when nothing is. */
@Component({
  selector: 'publication-stage-gaps',
  template: `
    @if (gaps().length > 0) {
      <section class="flow" aria-labelledby="gaps">
        <h2 class="ds-heading" data-size="sm" id="gaps" i18n="@@publication.gaps.heading">
          Dette mangler
        </h2>
        <ul class="ds-list">
          @for (gap of gaps(); track $index) {
            <li>{{ words(gap) }}</li>
          }
        </ul>
      </section>
    } @else {
      <p class="ds-paragraph" i18n="@@publication.gaps.none">Alt er på plass til scenen.</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageGaps {
  readonly plan = input.required<StagePlanView>();

  protected readonly gaps = computed(() => {
    const { call, classes } = this.plan();
    return stageGaps({ asked: call !== null, classes });
  });

  protected words(gap: StageGap): string {
    switch (gap.kind) {
      case 'not-asked':
        return NOT_ASKED;
      case 'no-presenter':
        return NO_PRESENTER(
          this.plan().classes.find(({ code }) => code === gap.classCode)?.name ?? gap.classCode,
        );
      case 'nobody-registered':
        return NOBODY(gap.municipality);
      case 'hard-to-say':
        return HARD_TO_SAY(gap.name);
    }
  }
}

const NOT_ASKED = $localize`:@@publication.gaps.not-asked:Finalistene er ikke spurt om hvem som kommer.`;
const NO_PRESENTER = (name: string) =>
  $localize`:@@publication.gaps.no-presenter:Hvem som presenterer kategorien ${name}:class:.`;
const NOBODY = (municipality: string) =>
  $localize`:@@publication.gaps.nobody:Svar fra ${municipality}:municipality: om hvem som kommer.`;
const HARD_TO_SAY = (name: string) =>
  $localize`:@@publication.gaps.hard-to-say:Hvordan vi sier navnet ${name}:name:.`;
