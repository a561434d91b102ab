import { serverProject } from '../../tools/server-jest.ts';

export default serverProject('api', [
  'apps/api/**/*.spec.ts',
  'libs/*/{api,contract}/**/*.spec.ts',
  'tools/**/*.spec.ts',
]);
