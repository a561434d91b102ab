export * from './eligibility.contract';
export * from './bulk.contract';
export * from './successor.contract';
