export * from './act';
export * from './entry-text';
export * from './in-language';
export * from './nomination-words';
export * from './nominations.routes';
