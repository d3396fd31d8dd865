import { expect } from 'chai';
import { explain } from '../../server/src/failures.ts';
import { JournalCorrupt } from '../../server/src/kernel/batch.ts';

const attempt = { host: '10.0.0.1', port: 4000, place: '/srv/piazza' };

const systemError = (code: string, syscall: string, message = `${code}: ${syscall}`): Error =>
  Object.assign(new Error(message), { code, syscall });

describe('what a failed start is told with', () => {
  it('names the port that is taken and one that may not be', () => {
    const said = explain(systemError('EADDRINUSE', 'listen'), attempt);
    expect(said).to.include('Port 4000 is taken').and.include('PORT=4001 npm start');
  });

  it('tells rights on a port from rights on a folder', () => {
    expect(explain(systemError('EACCES', 'listen'), attempt)).to.include('may not open port 4000');
    expect(explain(systemError('EACCES', 'mkdir'), attempt)).to.match(/\/srv\/piazza .*may not write/);
  });

  it('names a host that this machine does not have', () => {
    expect(explain(systemError('EADDRNOTAVAIL', 'listen'), attempt)).to.include('10.0.0.1');
    expect(explain(systemError('ENOTFOUND', 'getaddrinfo'), attempt)).to.include('10.0.0.1');
  });

  for (const [message, words] of [
    ['Permission denied: Attempting to setup locks', 'may not write'],
    ['Read-only file system: data.mdb', 'read only'],
    ['No space left on device', 'disk is full'],
    ['Not a directory', 'a file stands'],
  ] as const) {
    it(`understands what LMDB says: ${message}`, () => {
      const said = explain(new Error(message), attempt);
      expect(said).to.include('/srv/piazza').and.include(words);
    });
  }

  it('names the first record that cannot be trusted, and the command that looks closer', () => {
    const said = explain(new JournalCorrupt(17, 'does not match its checksum'), attempt);
    expect(said).to.include('record 17: does not match its checksum').and.include('Records before 17');
    expect(said).to.include('npm run journal -- verify');
  });

  it('passes on what was written for the operator, and what is no error at all', () => {
    expect(explain(new Error('Another server is using it'), attempt)).to.equal('Another server is using it');
    expect(explain('odd', attempt)).to.equal('odd');
    expect(explain(systemError('EIO', 'listen', 'listen EIO'), attempt)).to.equal('listen EIO');
  });
});
