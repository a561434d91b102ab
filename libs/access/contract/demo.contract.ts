/** Where the sample year can be taken, in the order of the process. */
export type SampleStop =
  | 'planned'
  | 'open'
  | 'closed'
  | 'judging'
  | 'deliberation'
  | 'finalists-published'
  | 'announced'
  | 'archived';

/** The sample year of a demo installation. */
export interface DemoYearView {
  year: number;
  /** Changes when the year is played anew. */
  editionId: string;
  stop: SampleStop;
  stops: readonly SampleStop[];
  /** The award's clock, ISO. */
  now: string;
  /** This process is playing the year just now. */
  playing: boolean;
}

/** A mail that the demo has sent and kept. Times are ISO, on the real clock. */
export interface CaughtMailView {
  id: string;
  receivedAt: string;
  sender: string;
  recipient: string;
  subject: string;
  /** Plain text. */
  body: string;
  /** Their names, in the order of their numbers from 0. */
  attachments: string[];
}
