import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { STAGE_LIMITS } from '@award/award';
import type { CaptionLanguage, SetStage, StageControlView } from '@award/publication/contract';

/** How long the live page waits for the video stream, and what the hall can read along in. */
@Component({
  selector: 'publication-stage-settings',
  imports: [FormsModule],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <div class="operator__settings">
      <ds-field class="ds-field">
        <label class="ds-label" for="delay" i18n="@@publication.settings.delay"
          >Forsinkelse på direktesiden, i sekunder</label
        >
        <div data-field="description" i18n="@@publication.settings.delay-note">
          Like lang som forsinkelsen i videosendingen, 0 til {{ most }}.
        </div>
        <input
          class="ds-input"
          id="delay"
          type="number"
          min="0"
          step="1"
          [attr.max]="most"
          [attr.aria-invalid]="wrong() || null"
          [ngModel]="delay()"
          (ngModelChange)="delay.set($event)"
          (change)="save()"
        />
        @if (wrong()) {
          <p class="ds-validation-message" i18n="@@publication.settings.delay-wrong">
            Skriv et helt tall fra 0 til {{ most }}.
          </p>
        }
      </ds-field>
      <ds-field class="ds-field">
        <label class="ds-label" for="captions" i18n="@@publication.settings.captions"
          >Teksting i salen</label
        >
        <select
          class="ds-input"
          id="captions"
          [ngModel]="control().captions ?? ''"
          (ngModelChange)="caption($event)"
        >
          <option value="" i18n="@@publication.settings.no-captions">Ingen</option>
          <option value="nb">Bokmål</option>
          <option value="nn">Nynorsk</option>
          <option value="en">English</option>
        </select>
      </ds-field>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageSettings {
  readonly control = input.required<StageControlView>();
  readonly changed = output<SetStage>();

  protected readonly most = STAGE_LIMITS.liveDelay;
  private readonly knownDelay = computed(() => this.control().liveDelay);
  protected readonly delay = linkedSignal<number | null>(() => this.knownDelay());

  protected wrong(): boolean {
    const delay = this.delay();
    return delay === null || !Number.isInteger(delay) || delay < 0 || delay > this.most;
  }

  protected save(): void {
    const delay = this.delay();
    if (delay === null || this.wrong() || delay === this.control().liveDelay) return;
    this.changed.emit({ liveDelay: delay, captions: this.control().captions });
  }

  protected caption(language: CaptionLanguage | ''): void {
    const captions = language === '' ? null : language;
    this.changed.emit({ liveDelay: this.control().liveDelay, captions });
  }
}
