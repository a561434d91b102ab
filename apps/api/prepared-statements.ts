import { Client, type ClientConfig } from 'pg';

/** So many that what a busy hour asks for is among them, and so few that a connection stays small on the server. */
const MOST_KEPT = 200;
const MOST_COUNTED = 1000;

type Send = (...args: unknown[]) => unknown;

/**
 * A connection that has the database keep the plan of a statement it sends for the second time. Two thirds of the
 * database's work for a page was to plan, again and again, the same statements with other values.
 *
 * Statements are told apart by their text, so that one built from lists of many lengths fills no more than its share.
 */
export class PreparingClient extends Client {
  private readonly names = new Map<string, string>();
  private kept = 0;

  constructor(config?: string | ClientConfig) {
    super(config);
    const send = this.query.bind(this) as Send;
    const prepared = (...args: unknown[]): unknown => {
      const [text, values] = args;
      if (args.length !== 2 || typeof text !== 'string' || !Array.isArray(values))
        return send(...args);
      const name = values.length > 0 ? this.nameOf(text) : '';
      if (name === '') return send(text, values);
      const answer = send({ name, text, values }) as Promise<unknown>;
      answer.catch((error: { code?: string }) => {
        // A table has been changed while the server was at work: the plan that was kept answers in its old shape.
        if (error.code === '0A000') this.names.set(text, '');
      });
      return answer;
    };
    this.query = prepared as typeof this.query;
  }

  /** Empty the first time, and when there is no more room. */
  private nameOf(text: string): string {
    const known = this.names.get(text);
    if (known === undefined) {
      if (this.names.size < MOST_COUNTED) this.names.set(text, 'once');
      return '';
    }
    if (known !== 'once') return known;
    if (this.kept >= MOST_KEPT) return '';
    const name = `kept_${++this.kept}`;
    this.names.set(text, name);
    return name;
  }
}
