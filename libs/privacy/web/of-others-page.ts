import {
  ChangeDetectionStrategy,
  Component,
  inject,
  LOCALE_ID,
  signal,
  viewChild,
} from '@angular/core';
import { DOCUMENT } from '@angular/core';
import type { ErasurePreview } from '@award/privacy/contract';
import {
  ConfirmDialog,
  documentLanguage,
  InSight,
  PageHeader,
  readRefusal,
  wordsFor,
} from '@award/ui/web';
import { ErasureSummary } from './erasure-summary';
import { Periods } from './periods';
import { PrivacyClient } from './privacy-client';

const TAKEN_OUT = $localize`:@@privacy.others.taken-out:Filen er laget. Den skal bare til den det gjelder.`;

/** For the secretariat: what is held about an address, its erasure, and what goes by itself. */
@Component({
  selector: 'privacy-of-others-page',
  imports: [ConfirmDialog, ErasureSummary, InSight, PageHeader, Periods],
  templateUrl: './of-others-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfOthersPage {
  private readonly client = inject(PrivacyClient);
  private readonly document = inject(DOCUMENT);
  private readonly language = documentLanguage(inject(LOCALE_ID));
  private readonly dialog = viewChild.required(ConfirmDialog);

  protected readonly email = signal('');
  protected readonly missing = signal(false);
  protected readonly preview = signal<{ email: string; goes: ErasurePreview } | null>(null);
  protected readonly busy = signal(false);
  protected readonly told = signal<string | null>(null);
  protected readonly refused = signal<string | null>(null);

  protected async takeOutPdf(): Promise<void> {
    await this.withAddress(async (email) => {
      this.save(await this.client.fileOf(email, this.language), 'innsyn.pdf');
      this.told.set(TAKEN_OUT);
    });
  }

  protected async takeOut(): Promise<void> {
    await this.withAddress(async (email) => {
      const data = await this.client.dataOf(email, this.language);
      const file = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });
      this.save(file, `${data.now.slice(0, 10)}.json`);
      const rows = data.sections.reduce((sum, section) => sum + section.rows.length, 0);
      this.told.set(
        rows === 0
          ? $localize`:@@privacy.others.unknown:Vi har ingenting om ${email}:email:.`
          : TAKEN_OUT,
      );
    });
  }

  private save(file: Blob, name: string): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  protected async look(): Promise<void> {
    await this.withAddress(async (email) => {
      this.preview.set({ email, goes: await this.client.whatGoesOf(email) });
    });
  }

  protected async erase(email: string): Promise<void> {
    if (this.busy() || !(await this.dialog().ask())) return;
    await this.run(async () => {
      await this.client.forget(email);
      this.preview.set(null);
      this.email.set('');
      this.told.set(
        $localize`:@@privacy.others.erased:Opplysningene blir slettet i løpet av noen minutter.`,
      );
    });
  }

  private async withAddress(work: (email: string) => Promise<void>): Promise<void> {
    if (this.busy()) return;
    const email = this.email().trim();
    this.missing.set(!/^\S+@\S+\.\S+$/.test(email));
    this.preview.set(null);
    this.told.set(null);
    if (!this.missing()) await this.run(() => work(email));
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await work();
    } catch (error) {
      this.refused.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}
