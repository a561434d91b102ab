export * from './act';
export * from './entry-text';
export * from './nomination-words';
export * from './nominations.routes';
