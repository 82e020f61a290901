// npm run test:host [-- workspace …]: the host suites inside the fetched VS Code, driven by a headless browser.
import { launchBrowser } from './browser.mjs';
import { keepFromMidnight } from './day.mjs';
import { fetchEditor, root } from './fetch.mjs';
import { failure, main } from './processes.mjs';
import { remoteUri, startServer, windowUrl } from './server.mjs';
import { printLine, runHostSuites, testEntry } from './suites.mjs';

/** A server for one workspace, and a browser context, which holds what VS Code keeps in the browser. */
async function openSession(editor, browser, session) {
  const server = await startServer(editor, session);
  const contexts = [];
  // A window at the same time as another gets a browser of its own, as two people's would be.
  const idle = [];
  const url = windowUrl(server.url, session.open, {
    extensionDevelopmentPath: remoteUri(server.url, root),
    extensionTestsPath: remoteUri(server.url, testEntry),
  });
  return {
    sharesWindows: true,
    async runWindow() {
      const context = idle.pop() ?? (await browser.newContext({ viewport: { width: 1280, height: 800 } }));
      contexts.push(context);
      await runWindow(context, server, url);
      idle.push(context);
    },
    async close() {
      for (const context of new Set(contexts)) await context.close();
      await server.stop();
    },
  };
}

async function runWindow(context, server, url) {
  const page = await context.newPage();
  const ended = new Promise((resolve, reject) => {
    page.once('crash', () => reject(failure('The browser page crashed.')));
    server.child.once('exit', code => reject(failure(`The VS Code server ended with code ${code}.`)));
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  ended.catch(() => {});
  await page.exposeFunction('codeAutomationLog', (_type, args) => printLine(args.map(String).join(' ')));
  await page.goto(url);
  try {
    await ended;
  } finally {
    await page.close();
  }
}

await main(async () => {
  keepFromMidnight();
  const editor = await fetchEditor();
  const browser = await launchBrowser(editor);
  return await runHostSuites(process.argv.slice(2), session => openSession(editor, browser, session));
});
