import { expect } from 'chai';
import { greeting, plantingBar, type Greeting } from '../../server/src/terminal.ts';

const account = {
  id: 'per_1' as never,
  email: 'retail@piazza.example',
  password: 'secret-words',
  displayName: 'Renzo (demo)',
  role: 'investor',
} as const;
const told: Greeting = {
  url: 'http://127.0.0.1:4000',
  mode: 'SIMULATION',
  demo: true,
  accounts: [account, { ...account, email: 'a@piazza.example', role: 'administrator' }],
  place: '/srv/piazza',
  resumedAt: 0,
};

/** A terminal, or a file that output is kept in. */
function output(isTTY: boolean) {
  const written: string[] = [];
  const out = { isTTY, write: (text: string) => written.push(text) > 0 };
  return { out: out as unknown as NodeJS.WriteStream, written };
}

describe('the greeting', () => {
  it('tells address, mode, accounts, docs, data and how to stop', () => {
    const said = greeting(told);
    expect(said).to.include('open at http://127.0.0.1:4000').and.include('play money');
    expect(said).to.match(/retail@piazza\.example +secret-words +investor +Renzo \(demo\)/);
    expect(said).to.include('http://127.0.0.1:4000/api/v1/docs').and.include('/srv/piazza, begun now');
    expect(said).to.include('Ctrl-C').and.include('DEMO=off');
  });

  it('sets the accounts in columns', () => {
    const rows = greeting(told)
      .split('\n')
      .filter((line) => line.includes('secret-words') || line.includes('password'));
    expect(new Set(rows.map((row) => row.search(/secret-words|password/))).size).to.equal(1);
    expect(rows).to.have.length(3);
  });

  it('tells where it goes on from', () => {
    expect(greeting({ ...told, resumedAt: 12_345 })).to.include('resumed at record 12,345');
  });

  it('says why there is no story where a venue began without it, and nothing of it with the demo off', () => {
    expect(greeting({ ...told, accounts: [] })).to.include('begun without it');
    expect(greeting({ ...told, demo: false, accounts: [] })).to.not.match(/demo/i);
  });
});

describe('the bar of the planting', () => {
  it('fills on a terminal in place and ends its line when it is full', () => {
    const { out, written } = output(true);
    const bar = plantingBar(out);
    for (let done = 0; done <= 1_000; done += 1) bar(done, 1_000);
    expect(written.length).to.be.within(20, 120);
    for (const text of written) expect(text).to.match(/^\r/);
    expect(written.filter((text) => text.endsWith('\n'))).to.have.length(1);
    expect(written.at(-1)).to.include('1,000 of 1,000').and.not.include('░');
    expect(written[0]).to.not.include('█');
  });

  it('writes few whole lines where output is kept', () => {
    const { out, written } = output(false);
    const bar = plantingBar(out);
    for (let done = 0; done <= 1_000; done += 1) bar(done, 1_000);
    expect(written).to.have.length(5);
    for (const text of written)
      expect(text).to.match(/^Planting the demo story … [0-9,]+ of 1,000 steps, .*\n$/);
  });
});
