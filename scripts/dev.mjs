/** `npm run dev`: the server from its TypeScript source, restarted on change, and Vite's server for the client before it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './ready/install.mjs';
import { requireNode } from './ready/node.mjs';
import { root } from './ready/process.mjs';
import { giveUp } from './ready/progress.mjs';

const port = process.env.PORT ?? '4000';
const clientPort = process.env.PIAZZA_CLIENT_PORT ?? '5173';
const patienceMs = 6000;

function run(args, cwd, env) {
  return spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
}

function startServer() {
  const source = ['--conditions=piazza-source', '--import', 'tsx/esm', 'server/src/main.ts'];
  return run(['--watch', '--watch-preserve-output', '--enable-source-maps', ...source], root, { PORT: port });
}

function startClient() {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const api = process.env.PIAZZA_API ?? `http://127.0.0.1:${port}`;
  return run([vite, '--port', clientPort, '--strictPort'], join(root, 'client'), { PIAZZA_API: api });
}

requireNode();
await ensureInstalled().catch(giveUp);
const children = [startServer(), startClient()];
let left = children.length;
let stopping = false;

function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
  }, patienceMs).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const child of children) {
  child.on('error', giveUp);
  child.on('exit', (code) => {
    left -= 1;
    if (!stopping && code !== 0) process.exitCode = code ?? 1;
    stop();
    if (left === 0) process.exit();
  });
}
