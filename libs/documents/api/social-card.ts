/** What a link shows when it is shared: few words, in the page's language. All texts are people's words. */
export interface SocialCard {
  readonly language: string;
  /** Above the title: the award and the year. */
  readonly over: string;
  readonly title: string;
  /** What is told of the title, such as «Vinner»; may be empty. */
  readonly honour: string;
  /** The line at the bottom. */
  readonly under: string;
  readonly won: boolean;
  /** Marks sample data; empty for what is real. */
  readonly sample: string;
  /** Path data in a 100 × 100 box; null when there is none. */
  readonly outline: string | null;
}
