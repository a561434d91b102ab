import { routesOf } from './routes';
import { type TestApp, testApp } from './testing/test-app';

describe('every route', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('says who may call it, once', () => {
    const undeclared = routesOf(app).filter((route) => route.declared !== 1);
    expect(undeclared).toEqual([]);
    expect(routesOf(app).length).toBeGreaterThan(10);
  });

  it('stands behind /api, but for the operator’s', () => {
    const outside = routesOf(app)
      .map((route) => route.path)
      .filter((path) => !path.startsWith('/api/'));
    expect(outside).toEqual(['/isalive', '/isready', '/metrics']);
  });

  it('reads without a trace: a GET declares no body and needs no token', async () => {
    const before = await app.db.query('select count(*)::int as acts from audit');
    for (const route of routesOf(app).filter((one) => one.method === 'GET')) {
      await app
        .visitor()
        .get(route.path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000'));
    }
    expect(await app.db.query('select count(*)::int as acts from audit')).toEqual(before);
  });

  it('is guarded the same however the path is written', async () => {
    for (const path of [
      '/api/%65ditions',
      '/api//editions',
      '/API/editions',
      '/api/editions/',
      '/api/editions;x=1',
      '/api/./editions',
    ]) {
      const answer = await app.visitor().get(path);
      expect({ path, refused: [401, 403, 404, 400].includes(answer.status) }).toEqual({
        path,
        refused: true,
      });
    }
  });
});
