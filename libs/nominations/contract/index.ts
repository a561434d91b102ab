export * from './content.contract';
export * from './nomination.contract';
export * from './presence.contract';
