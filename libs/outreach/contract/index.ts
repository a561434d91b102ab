export * from './outreach.contract';
