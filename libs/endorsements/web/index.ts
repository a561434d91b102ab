export * from './endorsements.routes';
export * from './partner-counts';
export * from './partner-voices';
export * from './undelivered-partners';
