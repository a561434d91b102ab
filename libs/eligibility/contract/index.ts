export * from './eligibility.contract';
export * from './bulk.contract';
