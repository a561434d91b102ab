export * from './approval.contract';
export * from './content.contract';
export * from './nomination.contract';
export * from './presence.contract';
export * from './tip.contract';
