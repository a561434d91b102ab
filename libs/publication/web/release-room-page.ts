import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@award/access/web';
import type { ReleaseItem } from '@award/publication/contract';
import {
  ConfirmDialog,
  InSight,
  lastKnown,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
  wordsFor,
  WithYear,
} from '@award/ui/web';
import { CorrectionsSection } from './corrections/corrections-section';
import { DiplomaList } from './diploma-list';
import { PostponementSection } from './postponement/postponement-section';
import { ReleaseClient } from './release-client';
import { ReleaseItemCard, type WantedAct } from './release-item';

const REFRESH_MS = 5000;

interface Question {
  heading: string;
  text: string;
  confirm: string;
  dangerous: boolean;
}

/** The release room: what is green or why not, two keys, exactly what becomes visible, and the receipt. */
@Component({
  selector: 'publication-release-room-page',
  imports: [
    ConfirmDialog,
    CorrectionsSection,
    DiplomaList,
    InSight,
    PageHeader,
    PostponementSection,
    ReleaseItemCard,
    ResourceState,
    RouterLink,
    StateTag,
    WithYear,
  ],
  templateUrl: './release-room-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReleaseRoomPage {
  private readonly client = inject(ReleaseClient);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(ConfirmDialog);

  protected readonly room = resource({ loader: () => this.client.room() });
  /** Stays while the line is cut: so does what is being written in it, and the brake. */
  protected readonly view = lastKnown(this.room, signal('room'));
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly done = signal<string | null>(null);
  protected readonly question = signal<Question>({
    heading: '',
    text: '',
    confirm: '',
    dangerous: false,
  });
  protected readonly mayRunStage = computed(() => this.session.may('stage:run'));
  protected readonly mayPrepare = computed(() => this.session.may('release:prepare'));
  protected readonly stoppable = computed(() =>
    (this.view()?.items ?? []).some(({ acts }) => acts.stop === null),
  );
  protected readonly releasedCount = computed(
    () => (this.view()?.items ?? []).filter(({ released }) => released).length,
  );
  /** Both winners can go out with one press. */
  protected readonly together = computed(() => {
    const items = this.view()?.items ?? [];
    const ready = items.filter(({ kind, acts }) => kind === 'winners' && acts.release === null);
    return ready.length > 1 ? ready : [];
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const timer = setInterval(() => {
        if (!this.busy() && !document.hidden) this.room.reload();
      }, REFRESH_MS);
      destroyed.onDestroy(() => clearInterval(timer));
    });
  }

  protected async act(item: ReleaseItem, { act, releaseAt }: WantedAct): Promise<void> {
    const { id: editionId } = this.view()?.edition ?? { id: '' };
    const recordId = item.sealed?.id ?? '';
    switch (act) {
      case 'seal':
        return this.run(() => this.client.seal(editionId, item.scope, releaseAt), SEALED);
      case 'arm':
        return this.run(
          () =>
            this.client.arm(recordId, {
              sha256: item.sealed?.sha256 ?? '',
              releaseAt: item.sealed?.releaseAt ?? null,
            }),
          ARMED,
        );
      case 'schedule':
        return this.run(() => this.client.schedule(recordId, releaseAt), SCHEDULED);
      case 'release':
        if (await this.ask(PUBLISH_NOW))
          await this.run(() => this.client.press(editionId, [recordId]), RELEASED);
        return;
      case 'cancel':
        if (await this.ask(TAKE_BACK))
          await this.run(() => this.client.cancel(recordId), CANCELLED);
        return;
      case 'stop':
        return this.stop();
    }
  }

  protected async pressTogether(): Promise<void> {
    const ids = this.together().flatMap(({ sealed }) => sealed?.id ?? []);
    const { id } = this.view()?.edition ?? { id: '' };
    if (await this.ask(PUBLISH_NOW)) await this.run(() => this.client.press(id, ids), RELEASED);
  }

  protected async stop(): Promise<void> {
    const { id } = this.view()?.edition ?? { id: '' };
    if (await this.ask(STOP)) await this.run(() => this.client.stop(id), STOPPED);
  }

  private async ask(question: Question): Promise<boolean> {
    this.question.set(question);
    return this.dialog().ask();
  }

  private async run(act: () => Promise<unknown>, done: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.done.set(null);
    try {
      await act();
      this.done.set(done);
    } catch (error) {
      this.problem.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
      this.room.reload();
    }
  }
}

const SEALED = $localize`:@@publication.done.sealed:Resultatet er forseglet. Nå må to personer vri om nøkkelen.`;
const ARMED = $localize`:@@publication.done.armed:Nøkkelen din er vridd om.`;
const SCHEDULED = $localize`:@@publication.done.scheduled:Tidspunktet er lagret.`;
const RELEASED = $localize`:@@publication.done.released:Publisert. Kvitteringen står under.`;
const CANCELLED = $localize`:@@publication.done.cancelled:Forseglingen er trukket tilbake.`;
const STOPPED = $localize`:@@publication.done.stopped:Alt er stoppet, og skjermen på scenen er svart. To må vri om nøkkelen på nytt.`;

const PUBLISH_NOW: Question = {
  heading: $localize`:@@publication.ask.release:Publisere nå?`,
  text: $localize`:@@publication.ask.release-text:Det blir synlig for alle med en gang, og kan ikke tas tilbake.`,
  confirm: $localize`:@@publication.ask.release-yes:Publiser`,
  dangerous: false,
};
const TAKE_BACK: Question = {
  heading: $localize`:@@publication.ask.cancel:Trekke forseglingen tilbake?`,
  text: $localize`:@@publication.ask.cancel-text:Nøklene faller, og resultatet må forsegles på nytt før det kan publiseres.`,
  confirm: $localize`:@@publication.ask.cancel-yes:Trekk tilbake`,
  dangerous: true,
};
const STOP: Question = {
  heading: $localize`:@@publication.ask.stop:Stoppe alt som ikke er publisert?`,
  text: $localize`:@@publication.ask.stop-text:Nøklene faller, avtalt tid blir borte, skjermen på scenen blir svart, og ingenting blir publisert før to personer har vridd om nøkkelen på nytt.`,
  confirm: $localize`:@@publication.ask.stop-yes:Stopp`,
  dangerous: true,
};
