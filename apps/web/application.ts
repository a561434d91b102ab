import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';

/** Comes true when the first page stands; rejects when the application could not start. */
export const running = bootstrapApplication(App, appConfig).then((app) => app.whenStable());
