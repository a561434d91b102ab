import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  DOCUMENT,
  inject,
  input,
  LOCALE_ID,
  output,
  signal,
} from '@angular/core';

/** The link that a business association or a region passes on to its members. */
@Component({
  selector: 'endorsements-pass-on-link',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  host: { class: 'flow' },
  template: `
    <section class="flow" aria-labelledby="pass-on">
      <h2 class="ds-heading" data-size="sm" id="pass-on" i18n="@@endorsements.share.heading">
        Lenke til å sende videre
      </h2>
      <p class="ds-paragraph" i18n="@@endorsements.share.text">
        Næringsforeningen eller NHO-regionen kan sende denne lenken til medlemmene sine. Hver
        bedrift som vil, ber selv om en personlig lenke.
      </p>
      @if (address(); as link) {
        <ds-field class="ds-field">
          <label class="ds-label" for="pass-on-link" i18n="@@endorsements.share.link">Lenken</label>
          <input id="pass-on-link" class="ds-input" readonly [value]="link" />
        </ds-field>
        <p class="acts">
          <button class="ds-button" data-variant="secondary" type="button" (click)="copy(link)">
            <ng-container i18n="@@endorsements.share.copy">Kopier lenken</ng-container>
          </button>
          <button class="ds-button" data-variant="tertiary" type="button" (click)="made.emit()">
            <ng-container i18n="@@endorsements.share.renew">Lag en ny, og steng denne</ng-container>
          </button>
          <button
            class="ds-button"
            data-variant="tertiary"
            data-color="danger"
            type="button"
            (click)="shut.emit()"
          >
            <ng-container i18n="@@endorsements.share.end">Steng lenken</ng-container>
          </button>
          <span role="status">
            @if (copied()) {
              <ng-container i18n="@@endorsements.share.copied">Kopiert.</ng-container>
            }
          </span>
        </p>
      } @else {
        <p>
          <button
            class="ds-button"
            data-variant="secondary"
            type="button"
            [attr.aria-busy]="busy() || null"
            (click)="made.emit()"
          >
            <ng-container i18n="@@endorsements.share.make">Lag en lenke</ng-container>
          </button>
        </p>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PassOnLink {
  readonly token = input<string | null>(null);
  readonly busy = input(false);
  readonly made = output();
  readonly shut = output();

  private readonly document = inject(DOCUMENT);
  private readonly locale = inject(LOCALE_ID);
  protected readonly copied = signal(false);
  protected readonly address = computed(() => {
    const token = this.token();
    const language = this.locale === 'nn' || this.locale === 'en' ? `/${this.locale}` : '';
    return token && `${this.document.location.origin}${language}/partner/bli-med#${token}`;
  });

  /** Where the clipboard is closed to us, the marked text can be copied by hand. */
  protected async copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.copied.set(true);
    } catch {
      const field = this.document.getElementById('pass-on-link') as HTMLInputElement | null;
      field?.select();
    }
  }
}
