/**
 * The process that sets documents. It is started when a document is wanted and ends after a minute
 * without work: the compiler is a native module that takes some 100 MB and blocks whoever runs it,
 * and a fault in it must not end the server. Documents are set one at a time.
 */
import { type ChildProcess, fork } from 'node:child_process';

export interface TypesettingOptions {
  readonly script: string;
  /** Milliseconds without work after which the process ends. */
  readonly idle?: number;
  /** Milliseconds after which a document is given up and the process with it. */
  readonly patience?: number;
  /** How many may wait before the next is turned away. */
  readonly mostWaiting?: number;
}

/** The document cannot be made: no compiler for this machine, too many waiting, or it took too long. */
export class NotSet extends Error {}

interface Task {
  readonly order: unknown;
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id?: number;
  readonly bytes?: string;
  readonly failed?: string;
}

const MINUTE = 60_000;
const PATIENCE = 30_000;
const MOST_WAITING = 200;
/** Milliseconds before a program that could not even start is tried again. */
const PAUSE = 5_000;

export class TypesettingProcess {
  private child: ChildProcess | null = null;
  private readonly waiting: Task[] = [];
  private current: Task | null = null;
  private timer: NodeJS.Timeout | null = null;
  private number = 0;
  private ready = false;
  private couldNotStart = -PAUSE;

  constructor(private readonly options: TypesettingOptions) {}

  /** Whether the process is there. */
  get running(): boolean {
    return this.child !== null;
  }

  /** The bytes of what was ordered. Rejects with `NotSet`. */
  set(order: unknown): Promise<Buffer> {
    if (this.waiting.length >= (this.options.mostWaiting ?? MOST_WAITING))
      return Promise.reject(new NotSet('too many documents wait'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ order, resolve, reject });
      this.next();
    });
  }

  stop(): void {
    this.end('the typesetter was stopped');
    for (const task of this.waiting.splice(0))
      task.reject(new NotSet('the typesetter was stopped'));
  }

  private next(): void {
    if (this.current) return;
    this.restTimer();
    const task = this.waiting.shift();
    if (!task) {
      this.wait(this.options.idle ?? MINUTE, () => this.end('nothing to do'));
      return;
    }
    const child = this.started();
    if (!child) {
      task.reject(new NotSet('the typesetter cannot start'));
      this.next();
      return;
    }
    this.current = task;
    this.number += 1;
    this.wait(this.options.patience ?? PATIENCE, () => this.end('the document took too long'));
    child.send({ id: this.number, order: task.order }, (error) => {
      if (error) this.lose(child, error.message);
    });
  }

  private started(): ChildProcess | null {
    if (this.child) return this.child;
    if (performance.now() < this.couldNotStart + PAUSE) return null;
    this.ready = false;
    const child = fork(this.options.script, [], {
      env: { NODE_ENV: 'production' },
      execArgv: ['--max-old-space-size=256'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (answer: Answer) => this.take(answer));
    child.on('error', (error) => this.lose(child, error.message));
    child.on('exit', (code, signal) => this.lose(child, `ended (${signal ?? code})`));
    child.unref();
    child.channel?.unref();
    this.child = child;
    return child;
  }

  private take({ id, bytes, failed }: Answer): void {
    this.ready = true;
    const task = this.current;
    if (!task || id !== this.number) return;
    this.current = null;
    if (bytes === undefined) task.reject(new NotSet(failed ?? 'the typesetter gave no document'));
    else task.resolve(Buffer.from(bytes, 'base64'));
    this.next();
  }

  private lose(child: ChildProcess, why: string): void {
    if (this.child === child) this.end(why);
  }

  /** Ends the process and what it was working on; what waits behind that is set by the next one. */
  private end(why: string): void {
    const { child, current } = this;
    this.child = null;
    this.current = null;
    this.restTimer();
    if (child && !this.ready) this.couldNotStart = performance.now();
    child?.removeAllListeners();
    child?.on('error', () => undefined);
    child?.kill('SIGKILL');
    current?.reject(new NotSet(why));
    if (this.waiting.length > 0) this.next();
  }

  private wait(milliseconds: number, then: () => void): void {
    this.timer = setTimeout(then, milliseconds);
    this.timer.unref();
  }

  private restTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
