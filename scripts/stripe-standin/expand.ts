import { ApiError } from './errors.ts';
import { snapshot, type World } from './world.ts';

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function unexpandable(path: string): ApiError {
  return new ApiError(
    400,
    {
      type: 'invalid_request_error',
      message: `This property cannot be expanded (${path}).`,
      param: 'expand',
    },
    true,
  );
}

/** Puts the object in the place of its id at one step of the path; what is there already stays. */
function expandStep(world: World, at: Tree, name: string, path: string): unknown {
  const value = at[name];
  if (value === undefined) throw unexpandable(path);
  if (typeof value !== 'string') return value;
  const object = world.find(value);
  if (object === undefined) throw unexpandable(path);
  at[name] = snapshot(object);
  return at[name];
}

function expandPath(world: World, root: unknown, steps: readonly string[], path: string): void {
  const [name, ...rest] = steps;
  if (name === undefined || !isTree(root)) return;
  if (Array.isArray(root)) {
    for (const item of root) expandPath(world, item, steps, path);
    return;
  }
  expandPath(world, expandStep(world, root, name, path), rest, path);
}

/** A copy of the reply with the asked-for ids replaced by their objects, `latest_charge.balance_transaction`. */
export function expanded(world: World, reply: object, paths: readonly string[]): object {
  const copy = snapshot(reply);
  for (const path of paths) expandPath(world, copy, path.split('.').slice(0, 4), path);
  return copy;
}
