import { mergeApplicationConfig } from '@angular/core';
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';
import { serverConfig } from './app.config.server';

const config = mergeApplicationConfig(appConfig, serverConfig);

export default (context: BootstrapContext) => bootstrapApplication(App, config, context);
