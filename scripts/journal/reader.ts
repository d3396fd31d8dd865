/**
 * Reads the journal for main.ts, in a process of its own: where the file of a store is damaged, the store's library may
 * end its process without a word. Told by a third pipe, it notes there every record that it could read.
 */
import { writeSync } from 'node:fs';
import { run } from './run.ts';

const [notes, ...argv] = process.argv.slice(2);
const reached = notes === '3' ? (seq: number): void => void writeSync(3, `${seq}\n`) : undefined;

// Whoever reads the export may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const terminal = { out: process.stdout, err: process.stderr, ...(reached && { reached }) };
process.exitCode = await run(argv, process.env, terminal);
