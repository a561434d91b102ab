export * from './justification.contract';
