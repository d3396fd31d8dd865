import type { VenueMode } from '@piazza/shared/policy';
import type { DemoAccount, PlantingProgress } from './demo/index.ts';

/** What the greeting tells of a venue that has opened. */
export interface Greeting {
  readonly url: string;
  readonly mode: VenueMode;
  /** Whether the demo is on; its accounts may still be none, where the venue began without it. */
  readonly demo: boolean;
  readonly accounts: readonly DemoAccount[];
  /** Where everything is kept, as a person would look for it. */
  readonly place: string;
  /** Whether money is at a payment provider, in its test mode in SIMULATION. */
  readonly provider?: boolean;
  /** Newest record the journal had before this start; 0 where it begins now. */
  readonly resumedAt: number;
}

const testMoney = 'Simulation: the payment provider’s test mode, and nothing here is a real offer.';
const modes: Readonly<Record<VenueMode, string>> = {
  SIMULATION: 'Simulation: play money, and nothing here is a real offer.',
  BULLETIN_BOARD: 'Bulletin board: primary offers, no matching of orders.',
  MTF: 'Multilateral trading facility.',
};

const whole = new Intl.NumberFormat('en');

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  return rows.map((row) =>
    `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd(),
  );
}

function accountLines({ demo, accounts }: Greeting): string[] {
  if (!demo) return [];
  if (accounts.length === 0)
    return ['  The demo story is planted in an empty data folder only; this one was begun without it.', ''];
  const rows = accounts.map(({ email, password, role, displayName }) => [email, password, role, displayName]);
  return [
    '  Demo accounts',
    ...table([['email', 'password', 'role', 'name'], ...rows]),
    '  Demo investors keep committing; DEMO=off stops them.',
    '',
  ];
}

/** What a person who has just started the venue needs to go on. */
export function greeting(told: Greeting): string {
  const { url, mode, place, resumedAt } = told;
  const since = resumedAt === 0 ? 'begun now' : `resumed at record ${whole.format(resumedAt)}`;
  return [
    '',
    `  Piazza is open at ${url}`,
    `  ${mode === 'SIMULATION' && told.provider === true ? testMoney : modes[mode]}`,
    '',
    ...accountLines(told),
    ...table([
      ['API', `${url}/api/v1/docs`],
      ['Data', `${place}, ${since}`],
      ['Stop', 'Ctrl-C'],
    ]),
    '',
  ].join('\n');
}

const barCells = 28;

/** Shows how far the planting is: a bar that fills on a terminal, every fourth of it on a line where output is kept. */
export function plantingBar(out: NodeJS.WriteStream): PlantingProgress {
  const began = performance.now();
  let shown = -1;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    const step = Math.floor(share * (out.isTTY ? barCells * 4 : 4));
    if (step === shown) return;
    shown = step;
    const counter = `${whole.format(done)} of ${whole.format(total)} steps`;
    const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    if (!out.isTTY) {
      out.write(`Planting the demo story … ${counter}, ${seconds}\n`);
      return;
    }
    const bar = '█'.repeat(Math.round(share * barCells)).padEnd(barCells, '░');
    out.write(`\r\u001B[KPlanting the demo story ${bar} ${counter}, ${seconds}${share === 1 ? '\n' : ''}`);
  };
}
