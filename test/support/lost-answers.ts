import type { Page } from 'playwright-core';

/** Keeps the venue's answers from a page, those over sockets and those to what is posted to `path`, while `lost` says so. */
export async function losing(page: Page, path: string, lost: () => boolean): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => server.send(message));
    // "43" begins the packet of an acknowledgement.
    server.onMessage((message) => {
      if (!lost() || !String(message).startsWith('43')) socket.send(message);
    });
  });
  await page.route(`**${path}`, (route) =>
    lost() && route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
}
