export * from './act';
export * from './entry-text';
export * from './link-routes';
export * from './nomination-words';
export * from './nominations.routes';
export * from './text-field';
