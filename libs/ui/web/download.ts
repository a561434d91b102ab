import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { isRefusal, type Refusal } from '@award/award';
import { firstValueFrom } from 'rxjs';
import { Failure } from './failure';

/** The language in which a document is asked for, from the page's locale. */
export function documentLanguage(locale: string): 'nb' | 'nn' | 'en' {
  return locale === 'nn' || locale === 'en' ? locale : 'nb';
}

/** A link to a file that the server makes: says that it is being made, and in words when it could not be. */
@Component({
  selector: 'ui-download',
  imports: [Failure],
  template: `
    <a
      class="ds-button"
      data-variant="secondary"
      download
      [href]="href()"
      [attr.aria-busy]="busy() ? true : null"
      (click)="save($event)"
      ><ng-content
    /></a>
    @if (failed(); as failure) {
      <ui-failure [refusal]="failure.refusal" [canRetry]="false" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Download {
  readonly href = input.required<string>();

  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  protected readonly busy = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);

  protected async save(click: Event): Promise<void> {
    click.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      const { body, headers } = await firstValueFrom(
        this.http.get(this.href(), { responseType: 'blob', observe: 'response' }),
      );
      if (body) this.offer(body, nameIn(headers.get('content-disposition') ?? ''));
    } catch (error) {
      this.failed.set({ refusal: await refusalOf(error) });
    } finally {
      this.busy.set(false);
    }
  }

  private offer(file: Blob, name: string): void {
    const address = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}

/** The name that the server gave the file (RFC 6266, `filename*`). */
function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : '';
}

async function refusalOf(error: unknown): Promise<Refusal | null> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return null;
  try {
    const { refusal } = JSON.parse(await error.error.text()) as { refusal?: string };
    return refusal !== undefined && isRefusal(refusal) ? refusal : null;
  } catch {
    return null;
  }
}
