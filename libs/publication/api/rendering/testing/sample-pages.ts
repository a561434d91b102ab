import { PageMemory } from '../page-memory';
import { type PublicAnswer, PublicViews, type ScreenLanguage } from '../public-views';
import { NotRendered, type Renderer } from '../render-process';

/** An award whose one changing fact is who won. */
export class Award extends PublicViews {
  winner = 'ukjent';
  asked = 0;
  due: (() => void) | null = null;
  private changes = 1;

  announce(winner: string): void {
    this.winner = winner;
    this.changes += 1;
  }

  revision(): string {
    return String(this.changes);
  }

  settle(): Promise<void> | null {
    const due = this.due;
    this.due = null;
    return due ? Promise.resolve().then(due) : null;
  }

  async viewOf(path: string, language: ScreenLanguage): Promise<PublicAnswer | null> {
    this.asked += 1;
    const revision = this.revision();
    const known = { view: { winner: this.winner, language }, revision } as const;
    if (path === '/gammel') return { status: 308, location: '/ny' };
    if (path.startsWith('/arkiv')) return { status: 200, address: '/arkiv', ...known };
    if (path.startsWith('/kommuner/')) return { status: 404, address: '/kommuner/0000', ...known };
    if (path === '/borte') return { status: 404, ...known };
    return path === '/' ? { status: 200, ...known } : null;
  }
}

export class SlowRenderer implements Renderer {
  rendered: string[] = [];
  fails = false;
  private waiting: (() => void)[] = [];
  private open = true;

  /** Until `go`, every page waits. */
  hold(): void {
    this.open = false;
  }

  go(): void {
    this.open = true;
    for (const wake of this.waiting.splice(0)) wake();
  }

  async render(address: string, view: unknown): Promise<string> {
    this.rendered.push(address);
    if (!this.open) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.fails) throw new NotRendered('no');
    const { winner } = view as { winner: string };
    return `<html><body>${winner}<script>start()</script>${' '.repeat(2000)}</body></html>`;
  }
}

export function setUp() {
  const award = new Award();
  const renderer = new SlowRenderer();
  const memory = new PageMemory(award, renderer, false);
  return { award, renderer, memory };
}
