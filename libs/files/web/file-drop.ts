import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  output,
  signal,
} from '@angular/core';
import type { FileLimits } from '@award/award';
import { acceptedWords, GROUP_ACCEPTS } from './file-words';

/** Where files are chosen by a button or dropped. The button does all that dropping does. */
@Component({
  selector: 'files-drop',
  template: `
    <div
      class="file-drop"
      [class.file-drop--over]="over()"
      (dragover)="$event.preventDefault(); over.set(true)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <label class="ds-button" data-variant="secondary" [attr.for]="id()">
        <ng-container i18n="@@files.choose">Velg filer</ng-container>
      </label>
      <input
        #chooser
        class="ds-sr-only file-drop__input"
        type="file"
        multiple
        [id]="id()"
        [accept]="accepts()"
        [attr.aria-describedby]="id() + '-help'"
        (change)="choose(chooser)"
      />
      <span i18n="@@files.or-drop">eller slipp dem her</span>
      <p class="file-drop__help" [id]="id() + '-help'">{{ help() }}</p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileDrop {
  readonly id = input.required<string>();
  readonly limits = input.required<FileLimits>();
  readonly chosen = output<readonly File[]>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly over = signal(false);
  protected readonly accepts = computed(() =>
    this.limits()
      .groups.map((group) => GROUP_ACCEPTS[group])
      .join(','),
  );
  protected readonly help = computed(() => acceptedWords(this.limits(), this.locale));

  protected choose(chooser: HTMLInputElement): void {
    const files = [...(chooser.files ?? [])];
    // The same file can be chosen again after it was taken out.
    chooser.value = '';
    if (files.length > 0) this.chosen.emit(files);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) this.chosen.emit(files);
  }
}
