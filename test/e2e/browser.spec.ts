import { expect } from 'chai';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { axe, openBrowser, type TestBrowser } from '../support/browser.ts';
import { eventually } from '../support/wait.ts';

const page = (body: string) => `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>Perché no</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"></head><body>${body}</body></html>`;

const bodies: Readonly<Record<string, string>> = {
  '/good': '<main><h1>Città, perché, è così: 1.000 €</h1><p id="out"></p><button>Avanti</button></main>',
  '/bad': '<main><h1>Male</h1><button></button><p style="color:#aaa;background:#fff">pallido</p></main>',
  '/loud':
    '<main><h1>Forte</h1><script>console.error("ahi"); setTimeout(() => { throw new Error("ohi") })</script></main>',
  '/far': '<main><h1>Lontano</h1><img alt="" src="http://elsewhere.example/x.png"></main>',
};

describe('the browser of the tests', () => {
  let browser: TestBrowser;
  let server: Server;
  let origin: string;

  before(async () => {
    server = createServer(({ url = '/' }, reply) => {
      reply.setHeader('content-security-policy', "default-src 'self' 'unsafe-inline' data:");
      reply.setHeader('content-type', 'text/html').end(page(bodies[url] ?? ''));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  it('shows accented text in a font that has it', async () => {
    const ada = await browser.visitor('Ada', { language: 'it', origin });
    await ada.page.goto('/good');
    expect(await ada.page.textContent('h1')).to.equal('Città, perché, è così: 1.000 €');
    const drawn = await ada.page.evaluate(() =>
      ['è', 'à', '€', '\u{10FFFD}'].map((letter) => {
        const canvas = document.createElement('canvas');
        const pen = canvas.getContext('2d');
        pen?.fillText(letter, 10, 20);
        return canvas.toDataURL();
      }),
    );
    expect(new Set(drawn).size).to.equal(4);
    await axe(ada.page);
    const file = await ada.screenshot('browser/accents');
    expect((await stat(file)).size).to.be.greaterThan(3000);
    expect(ada.complaints).to.deep.equal([]);
  });

  it('gives everybody eyes and memory of their own', async () => {
    const ada = await browser.visitor('Ada', { language: 'it', scheme: 'dark', screen: 'phone', origin });
    const bob = await browser.visitor('Bob', { origin });
    await ada.page.goto('/good');
    await bob.page.goto('/good');
    const look = () => ({
      language: navigator.language,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      width: innerWidth,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    const rome = 'Europe/Rome';
    expect(await ada.page.evaluate(look)).to.deep.equal({
      language: 'it-IT',
      dark: true,
      width: 390,
      zone: rome,
    });
    expect(await bob.page.evaluate(look)).to.deep.equal({
      language: 'en-GB',
      dark: false,
      width: 1280,
      zone: rome,
    });
    await ada.page.evaluate(() => localStorage.setItem('who', 'Ada'));
    expect(await bob.page.evaluate(() => localStorage.getItem('who'))).to.equal(null);
  });

  it('lists what is not accessible, with the rule and the element', async () => {
    const { page: screen } = await browser.visitor('Ada', { origin });
    await screen.goto('/bad');
    const message = await axe(screen).then(
      () => 'nothing found',
      (error: Error) => error.message,
    );
    expect(message).to.include('button-name').and.to.include('color-contrast').and.to.include('pallido');
    await axe(screen, { within: 'h1' });
  });

  it('hears what a page complains of', async () => {
    const ada = await browser.visitor('Ada', { origin });
    await ada.page.goto('/loud');
    await eventually(() =>
      expect(ada.complaints.join('\n'))
        .to.match(/console: ahi/)
        .and.to.match(/thrown: ohi/),
    );
  });

  it('reaches no other host', async () => {
    const ada = await browser.visitor('Ada', { origin });
    await ada.page.goto('/far');
    await ada.page.evaluate(() =>
      fetch('http://elsewhere.example/', { mode: 'no-cors' }).catch(() => undefined),
    );
    await eventually(() => expect(ada.complaints.join('\n')).to.match(/elsewhere\.example/));
  });
});
