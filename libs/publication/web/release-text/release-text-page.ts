import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  characters,
  languagesWritten,
  RELEASE_LANGUAGES,
  RELEASE_TEXT_LIMITS,
  type ReleaseLanguage,
  type ReleaseText,
  type ReleaseWords,
} from '@award/award';
import type { ReleaseTextView } from '@award/publication/contract';
import {
  Breadcrumbs,
  type Crumb,
  InSight,
  OsloDateTime,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
  wordsFor,
  WithYear,
} from '@award/ui/web';
import { releaseTitle } from '../release-words';
import { type Draft, forgetDraft, keepDraft, keptDraft } from './kept-draft';
import { missingLanguageWords } from './release-language-words';
import { ReleaseTextClient } from './release-text-client';
import { ReleaseTextVersions } from './release-text-versions';
import { ReleaseWordsFields } from './release-words-fields';

const NOTHING: ReleaseWords = { title: '', text: '' };
const EMPTY: Draft = { seen: 0, words: { nb: NOTHING, nn: NOTHING, en: NOTHING } };

/** Writing what is sent out with a result. What is typed is kept in the tab until the server has it. */
@Component({
  selector: 'publication-release-text-page',
  imports: [
    Breadcrumbs,
    InSight,
    OsloDateTime,
    PageHeader,
    ReleaseTextVersions,
    ReleaseWordsFields,
    ResourceState,
    RouterLink,
    StateTag,
    WithYear,
  ],
  templateUrl: './release-text-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReleaseTextPage {
  readonly editionId = input.required<string>();
  readonly scope = input.required<string>();

  private readonly client = inject(ReleaseTextClient);
  protected readonly text = resource({
    params: () => ({ editionId: this.editionId(), scope: this.scope() }),
    loader: ({ params }) => this.client.of(params.editionId, params.scope),
  });
  protected readonly view = linkedSignal<ReleaseTextView | null>(() =>
    this.text.hasValue() ? this.text.value() : null,
  );
  /** What is being written, and the version that it was begun on. */
  protected readonly draft = linkedSignal<Draft>(() => {
    if (!this.text.hasValue()) return EMPTY;
    const { version, words } = this.text.value();
    return keptDraft(this.key()) ?? { seen: version, words };
  });
  protected readonly key = computed(() => `release-text:${this.editionId()}:${this.scope()}`);
  protected readonly languages = RELEASE_LANGUAGES;
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly done = signal<string | null>(null);
  protected readonly title = computed(() => {
    const view = this.view();
    return view ? releaseTitle(view, view.className) : '';
  });
  protected readonly changed = computed(
    () => !sameText(this.draft().words, this.view()?.words ?? EMPTY.words),
  );
  /** What was sent and not answered: it may have been saved all the same. */
  private unanswered: ReleaseText | null = null;
  protected readonly missing = computed(() => {
    const written = languagesWritten(this.view()?.words ?? null);
    return RELEASE_LANGUAGES.filter((language) => !written.includes(language)).map(
      missingLanguageWords,
    );
  });
  protected readonly stands = computed(() => this.view()?.versions[0] ?? null);
  protected readonly why = computed(() => {
    const view = this.view();
    return view?.save ? wordsFor(view.save) : null;
  });
  protected readonly trail: readonly Crumb[] = [
    { label: $localize`:@@publication.room.heading:Publisering`, link: '/sekretariat/publisering' },
  ];

  protected write(language: ReleaseLanguage, words: ReleaseWords): void {
    const { seen, words: all } = this.draft();
    this.draft.set({ seen, words: { ...all, [language]: words } });
    this.done.set(null);
    keepDraft(this.key(), this.draft());
  }

  /** Stays where it was pressed: a button that goes dead would lose the keyboard's place. */
  protected async submit(): Promise<void> {
    if (this.busy()) return;
    if (this.changed()) return this.save();
    this.problem.set(null);
    this.done.set(UNCHANGED);
  }

  private async save(): Promise<void> {
    this.tried.set(true);
    this.done.set(null);
    this.problem.set(tooLong(this.draft().words) ? TOO_LONG : null);
    if (this.problem()) return;
    this.busy.set(true);
    const { seen, words } = this.draft();
    try {
      this.take(await this.client.save(this.editionId(), this.scope(), seen, words), words);
    } catch (error) {
      const refusal = readRefusal(error)?.refusal ?? null;
      if (refusal === null) this.unanswered = words;
      await this.refused(refusal);
    } finally {
      this.busy.set(false);
    }
  }

  /** What has been typed since it was sent stays, and goes on from the version that was saved. */
  private take(saved: ReleaseTextView, sent: ReleaseText): void {
    const { words } = this.draft();
    this.unanswered = null;
    this.view.set(saved);
    if (words !== sent) return this.goOnFrom(saved.version);
    forgetDraft(this.key());
    this.draft.set({ seen: saved.version, words: saved.words });
    this.done.set(SAVED);
  }

  private goOnFrom(version: number): void {
    this.draft.update(({ words }) => ({ seen: version, words }));
    keepDraft(this.key(), this.draft());
  }

  /** Somebody else has saved meanwhile: what is written here stays, and theirs is shown among the versions. */
  private async refused(refusal: Parameters<typeof wordsFor>[0]): Promise<void> {
    if (refusal !== 'stale-save') return this.problem.set(wordsFor(refusal));
    const fresh = await this.client.of(this.editionId(), this.scope()).catch(() => null);
    if (fresh === null) return this.problem.set(wordsFor(null));
    const own = this.unanswered !== null && sameText(this.unanswered, fresh.words);
    this.unanswered = null;
    this.view.set(fresh);
    this.goOnFrom(fresh.version);
    if (own) return this.save();
    this.problem.set(STALE);
  }
}

function sameText(one: ReleaseText, other: ReleaseText): boolean {
  return RELEASE_LANGUAGES.every(
    (language) =>
      one[language].title === other[language].title && one[language].text === other[language].text,
  );
}

function tooLong(words: ReleaseText): boolean {
  return RELEASE_LANGUAGES.some(
    (language) =>
      characters(words[language].title) > RELEASE_TEXT_LIMITS.title ||
      characters(words[language].text) > RELEASE_TEXT_LIMITS.text,
  );
}

const UNCHANGED = $localize`:@@publication.text.unchanged:Ingenting er endret siden sist.`;
const SAVED = $localize`:@@publication.text.saved:Pressemeldingen er lagret.`;
const TOO_LONG = $localize`:@@publication.text.too-long:En tittel eller en tekst er for lang. Gjør den kortere, og lagre på nytt.`;
const STALE = $localize`:@@publication.text.stale:Noen andre har lagret imens. Teksten deres står øverst under «Tidligere utgaver». Lagrer du nå, er det din som gjelder.`;
