import type { Call, Route } from './call.ts';

interface Match {
  readonly route: Route;
  readonly at: Call['at'];
}

/** Finds the route of a method and a path; fixed words win over names. */
export function matcher(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const parsed = routes
    .map((route) => ({ route, steps: route.path.split('/').slice(1) }))
    .toSorted((a, b) => names(a.steps) - names(b.steps));
  return (method, path) => {
    const given = path.split('/').slice(1);
    const found = parsed.find(
      ({ route, steps }) =>
        route.method === method &&
        steps.length === given.length &&
        steps.every((step, index) => step.startsWith(':') || step === given[index]),
    );
    if (found === undefined) return undefined;
    const at = (name: string): string => decodeURIComponent(given[found.steps.indexOf(`:${name}`)] ?? '');
    return { route: found.route, at };
  };
}

const names = (steps: readonly string[]): number => steps.filter((step) => step.startsWith(':')).length;
