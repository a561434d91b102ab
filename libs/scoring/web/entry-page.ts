import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import { OVERALL } from '@award/award';
import type { LockedView, OpenEntryView } from '@award/scoring/contract';
import {
  Breadcrumbs,
  ClassMark,
  InLocale,
  PageHeader,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { Autosave } from './autosave';
import { EntryReading } from './entry-reading';
import { type NoteValue, OwnNote } from './own-note';
import { ScoringClient } from './scoring-client';
import { PROGRESS_TONES, PROGRESS_WORDS } from './scoring-words';
import { SheetForm } from './sheet-form';
import { saveBody, type SheetValues, storedIn, valuesOf, withScore } from './sheet-values';
import { Shortcuts } from './shortcuts';
import { ShortcutsHelp } from './shortcuts-help';
import { placeOfWords } from './unsent-words';

/** Entry left, own sheet right; on a narrow screen one at a time. */
@Component({
  selector: 'scoring-entry-page',
  imports: [
    Breadcrumbs,
    ClassMark,
    EntryReading,
    InLocale,
    OwnNote,
    PageHeader,
    ResourceState,
    RouterLink,
    SheetForm,
    ShortcutsHelp,
    StateTag,
  ],
  templateUrl: './entry-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryPage {
  /** The entry's id, from the address. */
  readonly id = input.required<string>();

  private readonly client = inject(ScoringClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly help = viewChild(ShortcutsHelp);

  protected readonly trail = [
    { label: $localize`:@@scoring.entry.back:Forslagene mine`, link: '/jury' },
  ];
  protected readonly progressWords = PROGRESS_WORDS;
  protected readonly progressTones = PROGRESS_TONES;
  protected readonly entry = resource({
    params: () => this.id(),
    loader: ({ params }) => this.client.open(params),
  });
  protected readonly criteria = resource({ loader: () => this.client.criteria() });
  protected readonly opened = computed(() => (this.entry.hasValue() ? this.entry.value() : null));
  protected readonly judgedBy = computed(() =>
    this.criteria.hasValue() ? this.criteria.value() : null,
  );
  protected readonly shown = signal<'entry' | 'sheet'>('entry');
  protected readonly locked = linkedSignal(() => this.opened()?.sheet.locked ?? false);
  protected readonly justLocked = linkedSignal<string, LockedView | null>({
    source: this.id,
    computation: () => null,
  });
  /** New for each entry that is opened; the one before is saved and let go. */
  protected readonly writing = signal<{
    readonly sheet: Autosave<SheetValues>;
    readonly note: Autosave<NoteValue>;
  } | null>(null);

  constructor() {
    const shortcuts = inject(Shortcuts);
    const stop = shortcuts.listen((key) => this.press(key));
    effect(() => {
      const entry = this.opened();
      untracked(() => this.begin(entry));
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.letGo();
    });
  }

  protected turned(turned: LockedView): void {
    this.locked.set(turned.receipt !== null);
    this.justLocked.set(turned.receipt === null ? null : turned);
  }

  private begin(entry: OpenEntryView | null): void {
    this.letGo();
    this.writing.set(
      entry === null ? null : { sheet: this.sheetOf(entry), note: this.noteOf(entry) },
    );
  }

  private letGo(): void {
    const writing = this.writing();
    for (const keeper of writing ? [writing.sheet, writing.note] : []) {
      void keeper.flush();
      keeper.end();
    }
  }

  private press(key: string): void {
    const entry = this.opened();
    if (key === '?') this.help()?.open();
    if (key === 'n' && entry?.nextId) void this.router.navigate(['/jury/forslag', entry.nextId]);
    if (key === 'p' && entry?.previousId)
      void this.router.navigate(['/jury/forslag', entry.previousId]);
    if (/^[0-9]$/.test(key)) this.scoreByKey(Number(key));
  }

  /** Sets the criterion in whose field one stands, otherwise the overall score. */
  private scoreByKey(value: number): void {
    const judgedBy = this.judgedBy();
    const sheet = this.writing()?.sheet;
    if (!judgedBy || !sheet || this.locked() || this.opened()?.stage !== 'scoring') return;
    if (value < judgedBy.scale.min || value > judgedBy.scale.max) return;
    const within = document.activeElement?.closest('[data-criterion]');
    const criterion =
      within?.getAttribute('data-criterion') ?? (judgedBy.preset === 'simple' ? OVERALL : null);
    if (criterion === OVERALL) sheet.edit({ overall: value });
    else if (criterion !== null)
      sheet.edit({ scores: withScore(sheet.value().scores, criterion, value) });
  }

  private sheetOf(entry: OpenEntryView): Autosave<SheetValues> {
    const { nominationId, versionId, sheet } = entry;
    return new Autosave<SheetValues>({
      value: valuesOf(sheet),
      lockVersion: sheet.lockVersion,
      savedAt: sheet.savedAt,
      keptAs: this.keptAs('sheet', nominationId),
      versionId,
      storage: localStorage,
      save: (values, lockVersion, key) =>
        this.client.saveSheet(nominationId, saveBody(values, lockVersion, versionId), key),
      storedIn,
    });
  }

  private noteOf(entry: OpenEntryView): Autosave<NoteValue> {
    const { nominationId, note } = entry;
    return new Autosave<NoteValue>({
      value: { text: note.text },
      lockVersion: note.lockVersion,
      savedAt: null,
      keptAs: this.keptAs('note', nominationId),
      storage: localStorage,
      save: ({ text }, lockVersion, key) =>
        this.client.saveNote(nominationId, { text, lockVersion }, key),
      storedIn: (details) => {
        const stored = details['stored'] as { text: string; lockVersion: number } | undefined;
        return stored
          ? { value: { text: stored.text }, lockVersion: stored.lockVersion, savedAt: null }
          : null;
      },
    });
  }

  /** Words wait in this browser for the one who wrote them. */
  private keptAs(kind: 'sheet' | 'note', nominationId: string): string {
    return placeOfWords(kind, this.session.person()?.id ?? '', nominationId);
  }
}
