import { expect } from 'chai';
import { concerns } from '../../../client/src/realtime/topics.ts';

const offer = ['offers.read', { params: { offerId: 'ofr_1' } }];

describe('what a topic makes a browser read again', () => {
  it('one object, by the parameter that names it', () => {
    expect(concerns('offer:ofr_1', offer)).to.equal(true);
    expect(concerns('offer:ofr_1', ['offers.allotment', { params: { offerId: 'ofr_1' } }])).to.equal(true);
    expect(concerns('offer:ofr_2', offer)).to.equal(false);
    expect(concerns('listing:ofr_1', offer)).to.equal(false);
  });

  it('whole lists, whatever they were asked with', () => {
    expect(concerns('offers', ['offers.list', { query: { status: 'open' } }])).to.equal(true);
    expect(concerns('wallet', ['wallet.read'])).to.equal(true);
    expect(concerns('offers', offer)).to.equal(false);
  });

  it('the audit of an object that is asked for in the query', () => {
    expect(concerns('listing:lst_1', ['audit.read', { query: { object: 'lst_1' } }])).to.equal(true);
    expect(concerns('listing:lst_1', ['audit.read', { query: { object: 'lst_2' } }])).to.equal(false);
  });

  it('nothing, for a topic it does not know', () => {
    expect(concerns('weather', ['wallet.read'])).to.equal(false);
    expect(concerns('weather:turin', offer)).to.equal(false);
    expect(concerns('', offer)).to.equal(false);
  });
});
