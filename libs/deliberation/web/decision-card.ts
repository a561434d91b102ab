import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ClassEntryView, DecisionView } from '@award/deliberation/contract';
import { OsloDateTime } from '@award/ui/web';
import { entryName } from './entry-name';
import { SETTLEMENT_WORDS } from './words';

/** A sealed decision as it was made: the names in order, the reason, the vote, the dissent. */
@Component({
  selector: 'deliberation-decision-card',
  imports: [OsloDateTime],
  host: { class: 'decision-card' },
  template: `
    <ol class="decision-card__names">
      @for (id of named(); track id) {
        <li>
          {{ name(id) }}
          @if (isWithdrawn(id)) {
            <span class="decision-card__sealed" i18n="@@deliberation.decision.withdrawn"
              >(trukket)</span
            >
          }
        </li>
      } @empty {
        <li i18n="@@deliberation.decision.none">Ingen</li>
      }
    </ol>
    @if (decision().reserve.length > 0) {
      <p class="ds-paragraph">
        <ng-container i18n="@@deliberation.decision.reserve">Reserve:</ng-container>&ngsp;{{
          reserve()
        }}
      </p>
    }
    <p class="decision-card__sealed">
      <ng-container i18n="@@deliberation.decision.sealed">Forseglet</ng-container>&ngsp;<time
        [attr.datetime]="decision().sealedAt"
        >{{ decision().sealedAt | osloDateTime: 'long' }}</time
      >
    </p>
    @if (decision().votesFor !== null) {
      <p class="ds-paragraph" i18n="@@deliberation.decision.votes">
        {{ decision().votesFor }} stemmer for, {{ decision().votesAgainst }} mot.
      </p>
    }
    @if (decision().settlement; as settlement) {
      <p class="ds-paragraph">{{ settlementWords[settlement] }}.</p>
    }
    @if (decision().reason; as reason) {
      <p class="ds-paragraph break-anywhere">{{ reason }}</p>
    }
    @if (decision().dissent; as dissent) {
      <p class="ds-paragraph break-anywhere">
        <strong i18n="@@deliberation.decision.dissent">Dissens:</strong>&ngsp;{{ dissent }}
      </p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionCard {
  readonly decision = input.required<DecisionView>();
  readonly entries = input.required<readonly ClassEntryView[]>();

  protected readonly settlementWords = SETTLEMENT_WORDS;
  protected readonly named = computed(() =>
    this.decision().kind === 'finalists' ? this.decision().finalists : this.decision().winners,
  );
  protected readonly reserve = computed(() =>
    this.decision()
      .reserve.map((id) => this.name(id))
      .join(', '),
  );

  protected isWithdrawn(id: string): boolean {
    return this.entries().some(
      ({ nominationId, state }) => nominationId === id && state === 'withdrawn',
    );
  }

  protected name(id: string): string {
    return entryName(this.entries(), id);
  }
}
