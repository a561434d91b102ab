import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { CAN, PUBLIC, SIGNED_IN } from '@award/access/api';

export interface Route {
  method: string;
  path: string;
  /** Controller and handler, for messages. */
  name: string;
  /** How many of @Can, @Public and @SignedIn the route carries: must be one. */
  declared: number;
  /** Whether the guard lets everybody in. */
  open: boolean;
}

const verbs: Record<number, string> = {
  [RequestMethod.GET]: 'GET',
  [RequestMethod.POST]: 'POST',
  [RequestMethod.PUT]: 'PUT',
  [RequestMethod.DELETE]: 'DELETE',
  [RequestMethod.PATCH]: 'PATCH',
};

/** Every route of every controller, sorted by path. */
export function routesOf(app: {
  get: (type: typeof ModulesContainer) => ModulesContainer;
}): Route[] {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype: Record<string, unknown> = metatype.prototype;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function' || name === 'constructor') continue;
        const method: RequestMethod | undefined = Reflect.getMetadata('method', handler);
        if (method === undefined) continue;
        for (const base of [Reflect.getMetadata('path', metatype)].flat() as string[]) {
          for (const tail of [Reflect.getMetadata('path', handler)].flat() as string[]) {
            const path = `/${base}/${tail}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
            const declared = [CAN, PUBLIC, SIGNED_IN].filter(
              (key) => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, metatype),
            ).length;
            routes.push({
              method: verbs[method] ?? String(method),
              path,
              name: `${metatype.name}.${name}`,
              declared,
              open: [handler, metatype].some((one) => Reflect.getMetadata(PUBLIC, one) === true),
            });
          }
        }
      }
    }
  }
  return routes.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}
