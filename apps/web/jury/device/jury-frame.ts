import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { AreaFrame } from '../../shell/area-frame';
import { TakenAlong } from './taken-along';

/** Around every page of the jury: says when there is no line, and where the words are meanwhile. */
@Component({
  selector: 'app-jury-frame',
  imports: [AreaFrame],
  template: `
    <div role="status">
      @if (lost() || along.offline()) {
        <div class="page jury-offline">
          <p class="ds-alert" data-color="warning" i18n="@@scoring.device.offline">
            Uten nett. Det du skriver, ligger på denne enheten til du er på nett igjen. Først da kan
            du avslutte vurderinger.
          </p>
        </div>
      }
    </div>
    <app-area-frame />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JuryFrame {
  protected readonly along = inject(TakenAlong);
  protected readonly lost = signal(!navigator.onLine);

  constructor() {
    const off = () => this.lost.set(true);
    const on = () => {
      this.lost.set(false);
      void this.along.lineIsBack();
    };
    addEventListener('offline', off);
    addEventListener('online', on);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('offline', off);
      removeEventListener('online', on);
    });
  }
}
