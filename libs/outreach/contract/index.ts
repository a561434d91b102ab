export * from './colleagues.contract';
export * from './outreach.contract';
export * from './undelivered.contract';
