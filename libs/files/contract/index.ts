export * from './file.contract';
