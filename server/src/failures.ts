import { JournalCorrupt } from './kernel/batch.ts';

/** What a start was given to work with, for the words about its failure. */
export interface Attempt {
  readonly host: string;
  readonly port: number;
  /** Where everything is kept. */
  readonly place: string;
}

interface SystemError {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
}

const portMessages: Readonly<Record<string, (attempt: Attempt) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken by another program, perhaps by Piazza itself. Stop that one, or start on another port: PORT=${port + 1} npm start`,
  EACCES: ({ port }) =>
    `This user may not open port ${port}; ports below 1024 are kept for administrators. Start on another one: PORT=4000 npm start`,
  EADDRNOTAVAIL: ({ host }) =>
    `This machine has no address ${host}. Set HOST to one of its own; 127.0.0.1 always is.`,
  ENOTFOUND: ({ host }) => `Nobody knows the host ${host}. Set HOST to an address of this machine.`,
};

const folderMessages: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there. Give it the rights, or choose another folder with DATA_DIR.',
  EPERM: 'this user may not write there. Give it the rights, or choose another folder with DATA_DIR.',
  EROFS: 'it lies on a medium that is read only. Choose another folder with DATA_DIR.',
  ENOSPC: 'the disk is full. Nothing was lost; make room, then start again.',
  ENOTDIR: 'a file stands where a folder is needed. Move it away, or choose another folder with DATA_DIR.',
  EEXIST: 'a file stands where a folder is needed. Move it away, or choose another folder with DATA_DIR.',
};

/** LMDB gives the system's words for an error instead of its name. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/^Permission denied/, 'EACCES'],
  [/^Read-only file system/, 'EROFS'],
  [/^No space left on device/, 'ENOSPC'],
  [/^Not a directory/, 'ENOTDIR'],
];

function corruption({ seq, message }: JournalCorrupt, { place }: Attempt): string {
  return [
    `The journal in ${place} is not as it was written: ${message}.`,
    `Records before ${seq} are sound; nothing was changed, and nothing is served from what cannot be trusted.`,
    'Look closer with: npm run journal -- verify',
    'Then put back the newest copy of the folder that verifies.',
  ].join('\n');
}

/** What went wrong at the start, for the person who started it: what happened, and what to do. */
export function explain(error: unknown, attempt: Attempt): string {
  if (error instanceof JournalCorrupt) return corruption(error, attempt);
  if (!(error instanceof Error)) return String(error);
  const { code = '', syscall = '' } = error as SystemError;
  const onPort = syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo';
  if (onPort) return portMessages[code]?.(attempt) ?? error.message;
  const named = spoken.find(([words]) => words.test(error.message))?.[1] ?? code;
  const onFolder = folderMessages[named];
  return onFolder === undefined
    ? error.message
    : `The data folder ${attempt.place} cannot be used: ${onFolder}`;
}
