import { serverProject } from '../../tools/server-jest.ts';

// The groups that tools/together.mjs has written.
export default serverProject('api', ['apps/api/.together/*.spec.ts']);
