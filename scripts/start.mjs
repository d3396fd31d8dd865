/** `npm start`: installs and builds what is missing or out of date, then runs the server until it is told to stop. */
import { spawn } from 'node:child_process';
import { bundleClient, compileServer } from './ready/build.mjs';
import { wordsOn } from './ready/ending.mjs';
import { engineFlags } from './ready/engine.mjs';
import { ensureInstalled } from './ready/install.mjs';
import { requireNode } from './ready/node.mjs';
import { killAll, root } from './ready/process.mjs';
import { giveUp, step } from './ready/progress.mjs';

// The server drains within 5 s of the first signal.
const patienceMs = 6000;
const place = process.env.MONGODB_URI ? 'the database' : (process.env.DATA_DIR ?? './data');

function serve() {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', ...engineFlags, 'server/dist/main.js', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  let told = false;
  const stop = (signal) => {
    if (told) return;
    told = true;
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), patienceMs).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.on(signal, () => stop(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  child.on('error', giveUp);
  child.on('exit', (code, signal) => {
    if (signal !== null) console.error(`\n${wordsOn(signal, { told, place })}`);
    process.exit(code ?? 1);
  });
}

requireNode();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    killAll('SIGTERM');
    process.exit(1);
  });
}
try {
  await ensureInstalled();
  await step('Compiling the server', compileServer);
  await step('Building the client', bundleClient);
} catch (error) {
  giveUp(error);
}
serve();
