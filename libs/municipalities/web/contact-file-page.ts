import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import type { ContactFileView } from '@award/municipalities/contract';
import {
  Breadcrumbs,
  DataTable,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
  wordsFor,
} from '@award/ui/web';
import { MunicipalitiesClient } from './municipalities-client';
import { FIELD_WORDS, FILE_PROBLEMS, LINE_PROBLEMS, valueWords } from './register-words';

/** The secretariat's own file: what it would change is shown before anything is changed. */
@Component({
  selector: 'municipalities-contact-file-page',
  imports: [Breadcrumbs, DataTable, FormsModule, OsloDateTime, PageHeader, ResourceState],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './contact-file-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactFilePage {
  private readonly client = inject(MunicipalitiesClient);

  protected readonly trail = [
    { label: $localize`:@@municipalities.file.trail:Kommuner`, link: '/sekretariat/kommuner' },
  ];
  protected readonly imports = resource({ loader: () => this.client.imports() });
  protected readonly text = signal('');
  protected readonly preview = signal<ContactFileView | null>(null);
  protected readonly busy = signal(false);
  protected readonly applied = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly fileProblem = computed(() => {
    const problem = this.preview()?.problem;
    return problem ? FILE_PROBLEMS[problem] : null;
  });
  protected readonly lines = computed(
    () =>
      this.preview()?.lines.filter(({ problem, changes }) => problem || changes.length > 0) ?? [],
  );
  protected readonly wrong = computed(() => this.lines().some(({ problem }) => problem !== null));
  protected readonly changes = computed(() =>
    this.lines().reduce((sum, { changes }) => sum + changes.length, 0),
  );
  protected readonly fieldWords = FIELD_WORDS;
  protected readonly lineProblems = LINE_PROBLEMS;
  protected readonly valueWords = valueWords;

  protected async choose(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    this.text.set(await file.text());
    await this.show();
  }

  protected show(): Promise<void> {
    return this.run(async () => this.preview.set(await this.client.previewContacts(this.text())));
  }

  protected apply(): Promise<void> {
    return this.run(async () => {
      await this.client.applyContacts(this.text());
      this.preview.set(null);
      this.text.set('');
      this.applied.set(true);
      this.imports.reload();
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    this.applied.set(false);
    try {
      await work();
    } catch (error) {
      this.refused.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}
