export * from './content.contract';
export * from './nomination.contract';
