import { expect } from 'chai';
import type { Socket } from 'socket.io';
import { bytesWaiting } from '../../../server/src/realtime/connection.ts';

/** As much of a connection as is counted. */
const waitingWith = (lengths: readonly number[], bufferedAmount?: number): number => {
  const writeBuffer = lengths.map((length) => ({ data: 'x'.repeat(length) }));
  const socket = bufferedAmount === undefined ? undefined : { bufferedAmount };
  return bytesWaiting({
    conn: { writeBuffer: [...writeBuffer, {}], transport: { socket } },
  } as unknown as Socket);
};

describe('what waits to be sent', () => {
  it('is what the transport holds and what stands behind it', () => {
    expect(waitingWith([], 0)).to.equal(0);
    expect(waitingWith([10, 20], 0)).to.equal(30);
    expect(waitingWith([10, 20], 5)).to.equal(35);
  });
  it('is all behind the transport where the client polls', () => {
    expect(waitingWith([10, 20])).to.equal(30);
  });
});
