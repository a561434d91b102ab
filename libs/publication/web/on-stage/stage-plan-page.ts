import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { PageHeader, ResourceState, StateTag, WithYear } from '@award/ui/web';
import { StageCallSection } from './stage-call-section';
import { StageClassForm } from './stage-class-form';
import { StageFinalists } from './stage-finalists';
import { StageGaps } from './stage-gaps';
import { StagePlanClient } from './stage-plan-client';

/** What is prepared for the stage: who comes, who presents, and the way to cards, list and screens. */
@Component({
  selector: 'publication-stage-plan-page',
  imports: [
    PageHeader,
    ResourceState,
    RouterLink,
    StageCallSection,
    StageClassForm,
    StageFinalists,
    StageGaps,
    StateTag,
    WithYear,
  ],
  templateUrl: './stage-plan-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StagePlanPage {
  private readonly client = inject(StagePlanClient);
  private readonly session = inject(Session);

  protected readonly plan = resource({ loader: () => this.client.plan() });
  protected readonly mayPrepare = computed(() => this.session.may('release:prepare'));
  protected readonly mayClear = computed(() => this.session.may('release:clear'));
}
