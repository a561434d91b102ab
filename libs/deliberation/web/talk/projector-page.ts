import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { ClassMark, InLocale, lastKnown, OsloTime, ResourceState } from '@award/ui/web';
import { BallotResult } from '../ballot-result';
import { classScope } from '../class-scope';
import { DeliberationClient } from '../deliberation-client';
import { entryName } from '../entry-name';
import { followMeeting, readAnew } from './follow-meeting';
import { TalkClient } from './talk-client';
import { motionWords } from './talk-words';

/** The wall of the meeting room: what is talked about and voted on, in large type. No score and no text of an entry. */
@Component({
  selector: 'deliberation-projector-page',
  imports: [BallotResult, ClassMark, InLocale, OsloTime, ResourceState],
  templateUrl: './projector-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectorPage {
  readonly editionId = input<string>();
  readonly classCode = input<string>();

  private readonly meetings = inject(DeliberationClient);
  private readonly talks = inject(TalkClient);
  private readonly scope = classScope(this.editionId, this.classCode);
  private readonly changes = followMeeting(this.scope);

  protected readonly meeting = resource({
    params: () => this.scope(),
    loader: ({ params }) => this.meetings.meeting(params),
  });
  protected readonly talk = resource({
    params: () => this.scope(),
    loader: ({ params }) => this.talks.talk(params),
  });
  protected readonly view = lastKnown(this.meeting, this.scope);
  protected readonly said = lastKnown(this.talk, this.scope);
  protected readonly entry = computed(() => {
    const id = this.said()?.onTheTable?.nominationId;
    return id ? entryName(this.view()?.entries ?? [], id) : null;
  });
  protected readonly motion = computed(() => this.said()?.motions.at(-1) ?? null);
  protected readonly ballot = computed(() => this.view()?.ballots.at(-1) ?? null);
  protected readonly motionWords = motionWords;
  protected readonly mayFill = inject(DOCUMENT).fullscreenEnabled;

  /** The wall alone, without what belongs to whoever is signed in; Escape goes back. */
  protected fill(wall: HTMLElement): void {
    void wall.requestFullscreen();
  }

  constructor() {
    readAnew(this.changes, this.meeting, this.talk);
  }
}
