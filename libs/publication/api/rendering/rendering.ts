import path from 'node:path';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Settings } from '@award/settings/api';
import { PageMemory } from './page-memory';
import { PublicViews } from './public-views';
import { RenderProcess } from './render-process';
import { StaticFiles } from './static-files';
import { type WebHandler, webHandler } from './web-handler';

/** Holds the memory of public pages and the process that fills it, and gives the handler in front. */
@Injectable()
export class Rendering implements OnModuleDestroy {
  private readonly log = new Logger('Rendering');
  private process: RenderProcess | null = null;
  private memory: PageMemory | null = null;

  constructor(
    private readonly views: PublicViews,
    private readonly settings: Settings,
  ) {}

  /** `folder` is the built web application: it holds `browser` and `server`. */
  handler(folder: string): WebHandler {
    const { secure } = this.settings;
    this.process = new RenderProcess({ script: path.join(folder, 'server/server.mjs') });
    this.memory = new PageMemory(this.views, this.process, secure);
    return webHandler({
      files: new StaticFiles(path.join(folder, 'browser'), secure),
      memory: this.memory,
      views: this.views,
      secure,
      failed: (address, error) => this.log.error(`${address} could not be rendered: ${error}`),
    });
  }

  /** Something public has changed: `revision()` already tells so. */
  async changed(): Promise<void> {
    await this.memory?.refresh();
  }

  /** A release is near: the renderer is started, so that the first page after it waits for nothing. */
  wake(): void {
    this.process?.wake();
  }

  onModuleDestroy(): void {
    this.process?.stop();
  }
}
