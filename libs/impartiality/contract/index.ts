export * from './impartiality.contract';
export * from './relation.contract';
