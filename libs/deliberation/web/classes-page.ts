import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { STAGE_RIGHTS } from '@award/award';
import type { ClassProgressView } from '@award/deliberation/contract';
import {
  ClassMark,
  Empty,
  InLocale,
  OsloDateTime,
  PageHeader,
  ResourceState,
  StateTag,
  WithYear,
} from '@award/ui/web';
import { DeliberationClient } from './deliberation-client';
import { STAGE_TONES, STAGE_WORDS } from './words';

/** The secretariat's list of classes, each a way into its meeting or its justifications. */
@Component({
  selector: 'deliberation-classes-page',
  imports: [
    ClassMark,
    Empty,
    InLocale,
    OsloDateTime,
    PageHeader,
    ResourceState,
    RouterLink,
    StateTag,
    WithYear,
  ],
  template: `
    <div class="page flow">
      <ui-page-header [heading]="heading()">
        <p lead class="ds-paragraph">{{ lead() }}</p>
      </ui-page-header>
      <ui-resource-state [of]="classes" />
      @if (classes.hasValue()) {
        <ul class="class-list">
          @for (one of rows(); track one.editionId + one.classCode) {
            <li class="class-list__row">
              <div>
                <p class="class-list__year">
                  {{ one.editionName | inLocale | withYear: one.year }}
                </p>
                <h2 class="ds-heading" data-size="xs">
                  @if (isOpen(one)) {
                    <a class="ds-link" [routerLink]="['.', one.editionId, one.classCode]">
                      <ui-class-mark [code]="one.classCode" [name]="one.className | inLocale" />
                    </a>
                  } @else {
                    <ui-class-mark [code]="one.classCode" [name]="one.className | inLocale" />
                  }
                </h2>
              </div>
              <div>
                <ui-state-tag [tone]="stageTones[one.stage]">{{
                  stageWords[one.stage]
                }}</ui-state-tag>
                @if (!isOpen(one)) {
                  <p class="class-list__note" i18n="@@deliberation.office.not-open">
                    Åpner når vurderingen i kategorien er avsluttet.
                  </p>
                }
                @if (one.meetingOpenedAt; as at) {
                  <p class="class-list__note">
                    <ng-container i18n="@@deliberation.office.opened">Møtet ble åpnet</ng-container
                    >&ngsp;{{ at | osloDateTime: 'long' }}
                  </p>
                }
                @if (mayBeAsked(one)) {
                  <p class="class-list__note">
                    <a
                      class="ds-link"
                      [routerLink]="['.', one.editionId, one.classCode, 'kategori']"
                      ><ng-container i18n="@@deliberation.question.heading"
                        >Står et forslag i feil kategori?</ng-container
                      ></a
                    >
                  </p>
                }
                @if (one.minutesId; as id) {
                  <p class="class-list__note">
                    <a class="ds-link" [routerLink]="['/sekretariat/protokoll', id]"
                      ><ng-container i18n="@@deliberation.office.minutes"
                        >Siste protokoll</ng-container
                      ></a
                    >
                  </p>
                }
              </div>
            </li>
          } @empty {
            <li>
              <ui-empty
                heading="Ingen kåring er kommet til juryen ennå"
                i18n-heading="@@deliberation.office.empty"
              />
            </li>
          }
        </ul>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClassesPage {
  /** From the route's data. */
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();

  private readonly client = inject(DeliberationClient);
  protected readonly classes = resource({ loader: () => this.client.classes() });
  protected readonly rows = computed(() => (this.classes.hasValue() ? this.classes.value() : []));
  protected readonly stageWords = STAGE_WORDS;
  protected readonly stageTones = STAGE_TONES;

  /** The jury has begun on the class, and nothing of it is sealed. */
  protected mayBeAsked({ stage }: ClassProgressView): boolean {
    return stage === 'scoring' || stage === 'deliberation';
  }

  protected isOpen({ stage }: ClassProgressView): boolean {
    return STAGE_RIGHTS[stage].meet;
  }
}
