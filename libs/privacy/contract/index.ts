export * from './privacy.contract';
