/** A room of the house: files that may be imported, and may import, alike. */
export interface Room {
  readonly name: string;
  /** Paths that begin so belong to it; the longest match decides. `*` stands for one name: a room per such folder. */
  readonly prefix: string;
  /** Rooms it may import, besides itself; 'anything' for those that stand outside of the product. */
  readonly imports: readonly string[] | 'anything';
  /** Packages it may import, `node:` ones included; all when absent; 'web' for all but those of Node. */
  readonly packages?: readonly string[] | 'web';
}

const core = [
  'shared/values',
  'shared/rejections',
  'shared/policy',
  'shared/auction',
  'shared/calendar',
  'shared/depth',
  'shared/identity',
];
/** What browsers never load: the right answers of the knowledge test. */
const untold = ['shared/knowledge'];
const shared = [...core, 'shared/contract', 'shared'];
const zod = ['zod'];
const anything = 'anything';
const web = 'web';

const edge = [
  ...shared,
  ...untold,
  'domain/*',
  'ports',
  'kernel',
  'projections',
  'vault',
  'identity',
  'api/handler',
];
const adapter = [...shared, 'ports', 'adapters/rules', 'adapters/stores'];
const clientBase = [...shared, 'client/locale', 'client/api', 'client/realtime'];
const clientParts = [...clientBase, 'client/ui', 'client/slots'];

const sharedRooms: readonly Room[] = [
  { name: 'shared/values', prefix: 'shared/src/values/', imports: [], packages: zod },
  { name: 'shared/rejections', prefix: 'shared/src/rejections/', imports: ['shared/values'], packages: zod },
  { name: 'shared/policy', prefix: 'shared/src/policy/', imports: ['shared/values'], packages: zod },
  { name: 'shared/auction', prefix: 'shared/src/auction/', imports: ['shared/values'], packages: [] },
  { name: 'shared/calendar', prefix: 'shared/src/calendar/', imports: ['shared/values'], packages: [] },
  { name: 'shared/depth', prefix: 'shared/src/depth/', imports: ['shared/values'], packages: [] },
  { name: 'shared/identity', prefix: 'shared/src/identity/', imports: ['shared/values'], packages: [] },
  { name: 'shared/knowledge', prefix: 'shared/src/knowledge/', imports: [], packages: [] },
  { name: 'shared/contract', prefix: 'shared/src/contract/', imports: core, packages: zod },
  { name: 'shared', prefix: 'shared/src/', imports: shared, packages: zod },
];

const serverRooms: readonly Room[] = [
  {
    name: 'domain/*',
    prefix: 'server/src/domain/*/',
    imports: [...core, ...untold, 'domain/*'],
    packages: [],
  },
  { name: 'ports', prefix: 'server/src/ports/', imports: shared, packages: [] },
  { name: 'kernel', prefix: 'server/src/kernel/', imports: [...shared, 'domain/*', 'ports'] },
  {
    name: 'projections',
    prefix: 'server/src/projections/',
    imports: [...shared, 'domain/*', 'ports', 'kernel'],
  },
  {
    name: 'surveillance',
    prefix: 'server/src/surveillance/',
    imports: [...shared, 'domain/*', 'ports', 'kernel', 'projections'],
  },
  {
    name: 'payments',
    prefix: 'server/src/payments/',
    imports: [...shared, 'domain/*', 'ports', 'kernel'],
    packages: [],
  },
  { name: 'vault', prefix: 'server/src/vault/', imports: [...shared, 'ports'] },
  { name: 'api/handler', prefix: 'server/src/api/handler.ts', imports: [...shared, 'kernel'], packages: [] },
  {
    name: 'identity',
    prefix: 'server/src/identity/',
    imports: [...shared, 'ports', 'vault', 'kernel', 'api/handler'],
  },
  { name: 'print', prefix: 'server/src/print/', imports: shared },
  { name: 'kiis', prefix: 'server/src/kiis/', imports: [...shared, 'print'] },
  { name: 'statements', prefix: 'server/src/statements/', imports: [...shared, 'print'], packages: [] },
  { name: 'reports', prefix: 'server/src/reports/', imports: [...shared, 'domain/*', 'print'] },
  { name: 'documents', prefix: 'server/src/documents/', imports: [...shared, 'ports'], packages: [] },
  {
    name: 'api',
    prefix: 'server/src/api/',
    imports: [...edge, 'documents', 'kiis', 'reports', 'print', 'statements'],
  },
  { name: 'realtime', prefix: 'server/src/realtime/', imports: [...edge, 'api'] },
  { name: 'http', prefix: 'server/src/http/', imports: [...edge, 'api'] },
  { name: 'adapters/rules', prefix: 'server/src/adapters/rules/', imports: [...shared, 'ports'] },
  { name: 'adapters/stores', prefix: 'server/src/adapters/stores.ts', imports: [...shared, 'ports'] },
  { name: 'adapters/*', prefix: 'server/src/adapters/*/', imports: adapter },
  { name: 'adapters', prefix: 'server/src/adapters/', imports: [...adapter, 'adapters/*'] },
  { name: 'demo', prefix: 'server/src/demo/', imports: [...edge, 'api', 'adapters/stores'] },
  { name: 'config', prefix: 'server/src/config.ts', imports: shared },
];

const clientRooms: readonly Room[] = [
  { name: 'client/locale', prefix: 'client/src/locale/', imports: shared },
  { name: 'client/api', prefix: 'client/src/api/', imports: shared },
  { name: 'client/realtime', prefix: 'client/src/realtime/', imports: [...shared, 'client/api'] },
  { name: 'client/ui', prefix: 'client/src/ui/', imports: clientBase },
  { name: 'client/slots', prefix: 'client/src/slots/', imports: shared },
  { name: 'client/features/*', prefix: 'client/src/features/*/', imports: clientParts },
  { name: 'client/app', prefix: 'client/src/app/', imports: [...clientParts, 'client/features/*'] },
  { name: 'client/main', prefix: 'client/src/main.tsx', imports: ['client/app', 'client/api'] },
].map((room) => ({ ...room, packages: web }));

const namesOf = (list: readonly Room[]): readonly string[] => list.map(({ name }) => name);

/** Which way imports run. docs/ARCHITECTURE.md draws it. */
export const rooms: readonly Room[] = [
  ...sharedRooms,
  ...serverRooms,
  { name: 'main', prefix: 'server/src/*.ts', imports: [...shared, ...namesOf(serverRooms), 'main'] },
  ...clientRooms,
  { name: 'bench', prefix: 'scripts/bench/', imports: anything },
  { name: 'scripts', prefix: 'scripts/', imports: anything },
  { name: 'test', prefix: 'test/', imports: anything },
];

/** The room of a file and, where the room is one of several alike, which one it is. */
export interface Place {
  readonly room: Room;
  /** "offers" for server/src/domain/offers/decide.ts; empty where the room is the only one of its kind. */
  readonly which: string;
}

const patterns = rooms
  .map((room) => ({
    room,
    pattern: new RegExp(`^${room.prefix.replaceAll('.', '\\.').replace('*', '([^/]+)')}`),
  }))
  .toSorted((a, b) => b.room.prefix.length - a.room.prefix.length);

/** The room a path belongs to; undefined for a folder that has no place in the house. */
export function placeOf(path: string): Place | undefined {
  for (const { room, pattern } of patterns) {
    const match = pattern.exec(path);
    if (match !== null) return { room, which: match[1] ?? '' };
  }
  return undefined;
}
