import { type Answer, Visitor } from './visitor';

/** How the sample people come in, and who hears what they are answered. */
export interface Manners {
  signIn: (visitor: Visitor, key: string) => Promise<unknown>;
  heard?: (who: string, method: string, path: string, answer: Answer) => void;
}

/** The sample people at work, through the same addresses as everybody else. Keeps each person signed in. */
export class AsPeople {
  private readonly visitors = new Map<string, Visitor>();

  constructor(
    private readonly url: string,
    private readonly manners: Manners = { signIn: (visitor, key) => visitor.signInAs(key) },
  ) {}

  /** The sample person with this key, signed in; in one class or edition if they hold several grants. */
  async person(
    key: string,
    scope: { classCode?: string; editionId?: string } = {},
  ): Promise<Visitor> {
    const name = `${key}:${scope.classCode ?? ''}:${scope.editionId ?? ''}`;
    const known = this.visitors.get(name);
    if (known) return known;
    const visitor = this.visitor(key);
    await this.manners.signIn(visitor, key);
    if (scope.classCode || scope.editionId) {
      const { body } = await visitor.get<{
        grants: { id: string; classCode: string | null; editionId: string | null }[];
      }>('/api/me');
      const grant = body.grants.find(
        (held) =>
          (!scope.classCode || held.classCode === scope.classCode) &&
          (!scope.editionId || held.editionId === scope.editionId),
      );
      if (!grant) throw new Error(`${key} has no such grant`);
      await done(visitor.post('/api/act-as', { grantId: grant.id }));
    }
    this.visitors.set(name, visitor);
    return visitor;
  }

  /** Somebody who is not signed in. */
  stranger(): Visitor {
    return this.visitor('anyone');
  }

  private visitor(who: string): Visitor {
    const { heard } = this.manners;
    return new Visitor(
      this.url,
      heard && ((method, path, answer) => heard(who, method, path, answer)),
    );
  }

  /** Grants have changed: sign in anew on the next act. */
  forget(key: string): void {
    for (const name of this.visitors.keys())
      if (name.startsWith(`${key}:`)) this.visitors.delete(name);
  }
}

/** An act that the year stands on was refused. */
export class Stopped extends Error {
  constructor({ status, body }: Answer) {
    super(`The sample year stopped: ${status} ${JSON.stringify(body)}`);
  }
}

/** The body of an answer that must have gone well. */
export async function done<T>(answer: Promise<Answer<T>>): Promise<T> {
  const given = await answer;
  if (given.status >= 400) throw new Stopped(given);
  return given.body;
}
