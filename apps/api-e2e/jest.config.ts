import { serverProject } from '../../tools/server-jest.ts';

export default {
  ...serverProject('api-e2e', ['apps/api-e2e/**/*.e2e-spec.ts']),
  testTimeout: 120_000,
};
