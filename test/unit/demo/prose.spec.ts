import { expect } from 'chai';
import { prose } from '../../../server/src/demo/prose.ts';

describe('prose', () => {
  it('joins the lines of a paragraph and keeps paragraphs apart', () => {
    const text = prose`
      One line
      and its end.

      Another paragraph,
        indented further.
    `;
    expect(text).to.equal('One line and its end.\n\nAnother paragraph, indented further.');
  });

  it('leaves one line as it is', () => {
    expect(prose`  So be it. `).to.equal('So be it.');
  });
});
