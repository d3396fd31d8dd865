import { benchUncross } from './index.ts';

process.exitCode = benchUncross() ? 0 : 1;
