import { serverProject } from '../../tools/server-jest.ts';

export default {
  ...serverProject('api', [
    'apps/api/**/*.spec.ts',
    'libs/*/{api,contract}/**/*.spec.ts',
    'tools/**/*.spec.ts',
  ]),
  // A server and a database of its own are started before the first test, also on a busy machine.
  testTimeout: 30_000,
};
