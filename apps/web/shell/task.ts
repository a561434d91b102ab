import { inject, InjectionToken } from '@angular/core';
import { ActivatedRoute, type Route } from '@angular/router';
import { holding, Session } from '@award/access/web';
import type { Permission } from '@award/award';

/** Something a signed-in person can do: shown on the start page and in the navigation of their area. */
export interface Task {
  readonly title: string;
  /** One sentence: what one does there. */
  readonly note: string;
  /** Held by those to whom the task is shown and the page opens. */
  readonly permission: Permission;
}

export interface TaskLink extends Task {
  readonly path: string;
}

/** A route of a signed-in area that is also a task: guarded by its permission, titled by its title. */
export function taskRoute(task: Task, route: Route): Route {
  return {
    ...route,
    title: route.title ?? task.title,
    canActivate: [holding(task.permission), ...(route.canActivate ?? [])],
    data: { ...route.data, task },
  };
}

/** Says of a task's route whether it leads anywhere now. An area that knows provides it; others show all tasks. */
export const LEADS_TO = new InjectionToken<(route: Route) => boolean>('LEADS_TO');

/** The tasks of an area's routes that the acting person may do, in the order of the routes. */
export function tasksOf(
  routes: readonly Route[],
  session: Session,
  leadsTo: (route: Route) => boolean = () => true,
): TaskLink[] {
  return routes.flatMap((route) => {
    const task = route.data?.['task'] as Task | undefined;
    return task && route.path !== undefined && session.may(task.permission) && leadsTo(route)
      ? [{ ...task, path: route.path }]
      : [];
  });
}

/** The routes of the area that the injecting component is the frame or the start page of. */
export function areaRoutes(): readonly Route[] {
  let route: ActivatedRoute | null = inject(ActivatedRoute);
  while (route && !route.routeConfig?.children?.some((child) => child.data?.['task'])) {
    route = route.parent;
  }
  return route?.routeConfig?.children ?? [];
}
