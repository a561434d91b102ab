export * from './class.contract';
export * from './decision.contract';
export * from './meeting.contract';
export * from './minutes.contract';
export * from './moments.contract';
export * from './ranking.contract';
export * from './talk.contract';
