export * from './colleagues.contract';
export * from './outreach.contract';
