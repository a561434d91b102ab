/**
 * The process that renders. It is started when a page has to be rendered and ends after a minute
 * without work, so that a server at rest does not carry the engines of three languages. It gets no
 * environment, may read its own bundle and nothing else, and is started anew when it fails.
 */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

export interface Renderer {
  /** The HTML of an address of the application, from the view it is handed. Rejects when there is none. */
  render(address: string, view: unknown): Promise<string>;
}

export class NotRendered extends Error {}

interface Task {
  readonly resolve: (html: string) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

interface Answer {
  readonly id?: number;
  readonly html?: string | null;
  readonly failed?: string;
}

export interface RenderProcessOptions {
  /** The bundle's server entry. */
  readonly script: string;
  /** Milliseconds without work after which the process ends. */
  readonly idle?: number;
  /** Milliseconds after which a page is given up and the process with it. */
  readonly patience?: number;
  /** Where the process's own complaints go. */
  readonly complaints?: 'inherit' | 'ignore';
}

const MINUTE = 60_000;
const PATIENCE = 15_000;
const TRIES = 2;
/** Milliseconds before a bundle that could not even start is tried again. */
const PAUSE = 5_000;

export class RenderProcess implements Renderer {
  private child: ChildProcess | null = null;
  private readonly tasks = new Map<number, Task>();
  private nextId = 1;
  private idleTimer: NodeJS.Timeout | null = null;
  private ready = false;
  private couldNotStart = -PAUSE;

  constructor(private readonly options: RenderProcessOptions) {}

  /** Whether the process is there; for the memory figures. */
  get running(): boolean {
    return this.child !== null;
  }

  async render(address: string, view: unknown): Promise<string> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.ask(address, view);
      } catch (error) {
        if (error instanceof NotRendered || tried >= TRIES) throw error;
      }
    }
  }

  /** Starts the process ahead of need, before a release. */
  wake(): void {
    if (this.running || performance.now() < this.couldNotStart + PAUSE) return;
    this.start();
    this.rest();
  }

  stop(): void {
    const child = this.child;
    this.child = null;
    if (this.idleTimer) clearTimeout(this.idleTimer);
    child?.removeAllListeners('exit');
    child?.kill('SIGKILL');
    this.failAll(new Error('the renderer was stopped'));
  }

  private async ask(address: string, view: unknown): Promise<string> {
    const child = this.start();
    if (this.idleTimer) clearTimeout(this.idleTimer);
    const id = this.nextId;
    this.nextId += 1;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.settle(id)?.reject(new NotRendered(`${address} took too long to render`));
        this.lose(child, new Error('the renderer hung'));
      }, this.options.patience ?? PATIENCE);
      this.tasks.set(id, { resolve, reject, timer });
      child.send({ id, url: address, view }, (error) => {
        if (error) this.lose(child, error);
      });
    });
  }

  private start(): ChildProcess {
    if (this.child) return this.child;
    if (performance.now() < this.couldNotStart + PAUSE)
      throw new NotRendered('the renderer cannot start');
    this.ready = false;
    const folder = path.dirname(this.options.script);
    const child = fork(this.options.script, [], {
      cwd: folder,
      env: { NODE_ENV: 'production' },
      execArgv: confinement(folder),
      stdio: ['ignore', 'ignore', this.options.complaints ?? 'inherit', 'ipc'],
    });
    child.on('message', (answer: Answer) => this.take(answer));
    child.on('error', (error) => this.lose(child, error));
    child.on('exit', (code, signal) => {
      this.lose(child, new Error(`the renderer ended (${signal ?? code})`));
    });
    child.unref();
    child.channel?.unref();
    this.child = child;
    return child;
  }

  private take({ id, html, failed }: Answer): void {
    this.ready = true;
    const task = id === undefined ? undefined : this.settle(id);
    if (typeof html === 'string') task?.resolve(html);
    else task?.reject(new NotRendered(failed ?? 'the application has no such page'));
    if (this.tasks.size === 0) this.rest();
  }

  private settle(id: number): Task | undefined {
    const task = this.tasks.get(id);
    this.tasks.delete(id);
    if (task) clearTimeout(task.timer);
    return task;
  }

  private rest(): void {
    if (this.idleTimer) clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => this.stop(), this.options.idle ?? MINUTE);
    this.idleTimer.unref();
  }

  private lose(child: ChildProcess, error: Error): void {
    if (this.child !== child) return;
    this.child = null;
    child.kill('SIGKILL');
    if (!this.ready) this.couldNotStart = performance.now();
    this.failAll(error);
  }

  private failAll(error: Error): void {
    for (const id of [...this.tasks.keys()]) this.settle(id)?.reject(error);
  }
}

function confinement(folder: string): string[] {
  return process.allowedNodeEnvironmentFlags.has('--permission')
    ? ['--permission', `--allow-fs-read=${folder}`]
    : [];
}
