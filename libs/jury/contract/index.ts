export * from './panel.contract';
