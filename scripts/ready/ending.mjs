const crashes = ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE'];

const crashed = (signal, place) => `The server crashed (${signal}) before it could say why.
Most often a file of the store in ${place} is damaged: cut off, overwritten, or copied while the server was running.
Nothing was repaired or thrown away. Look closer with: npm run journal -- verify
Where it finds a fault, put back the newest copy of the folder that verifies; where it finds none, start again.`;

const aborted = `The server gave up (SIGABRT); what it printed last says why. Most often its memory ran out.
What it acknowledged is kept. Start it again, with more memory if it happens again: NODE_OPTIONS=--max-old-space-size=4096 npm start`;

const killed = `The server was ended from outside (SIGKILL), as a system does that runs out of memory.
What it acknowledged is kept. Start it again.`;

const slow = `The server did not close in time and was ended. What it acknowledged is kept.`;

/**
 * What it means that a signal ended the server, for the person who started it.
 * @param {string} signal
 * @param {{ told: boolean, place: string }} about whether it had been told to stop, and where it keeps its data
 */
export function wordsOn(signal, { told, place }) {
  if (crashes.includes(signal)) return crashed(signal, place);
  if (signal === 'SIGABRT') return aborted;
  if (signal === 'SIGKILL') return told ? slow : killed;
  return `The server was ended by ${signal}.`;
}
