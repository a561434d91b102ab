import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TipView } from '@award/nominations/contract';
import { StateTag } from '@award/ui/web';
import { RELATION_WORDS } from './tip-words';

/** What others have said in favour of the municipality. */
@Component({
  selector: 'nominations-tips-received',
  imports: [StateTag],
  host: { class: 'flow' },
  template: `
    @for (tip of tips(); track $index) {
      <figure class="tip">
        <blockquote class="prose preserved">{{ tip.why }}</blockquote>
        <figcaption>
          {{ tip.senderName }} ·
          @if (tip.region; as region) {
            <ui-state-tag tone="info">{{ region }}</ui-state-tag>
          } @else {
            {{ words[tip.relation] }}
          }
        </figcaption>
      </figure>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TipsReceived {
  readonly tips = input.required<readonly TipView[]>();
  protected readonly words = RELATION_WORDS;
}
