import { benchEntry } from './index.ts';

process.exitCode = (await benchEntry(process.argv.slice(2))) ? 0 : 1;
