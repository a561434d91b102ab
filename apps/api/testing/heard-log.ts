import { ConsoleLogger, Logger } from '@nestjs/common';

const CONSOLE = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** What the servers of this process write to their log, whatever its level and whoever writes it. */
export interface HeardLog {
  readonly lines: readonly string[];
  /** Lets the log go where it went. */
  stop: () => void;
}

/** Begins to listen. Making a server takes its log away from the listener, so it is made before. */
export function hearLog(): HeardLog {
  const lines: string[] = [];
  const hear = (...words: unknown[]): void => {
    lines.push(words.map(inWords).join(' '));
  };
  Logger.overrideLogger({
    log: hear,
    error: hear,
    warn: hear,
    debug: hear,
    verbose: hear,
    fatal: hear,
  });
  const before = CONSOLE.map((name) => [name, console[name]] as const);
  for (const name of CONSOLE) console[name] = hear;
  return {
    lines,
    stop: () => {
      for (const [name, write] of before) console[name] = write;
      Logger.overrideLogger(new ConsoleLogger({ logLevels: ['error'] }));
    },
  };
}

const inWords = (one: unknown): string =>
  one instanceof Error ? (one.stack ?? one.message) : String(one);
