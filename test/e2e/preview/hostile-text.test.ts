// Hostile bodies and subjects in the real page, in a real browser, under the real policy: nothing runs, nothing is
// loaded, nothing can be submitted, and every link says where it leads.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { payloads, writtenCase, writtenCases } from '../../torture/html/payloads.ts';
import { closeBrowser, connectWith, key, openTicket, type Scene, startScene } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());
afterAll(closeBrowser);

const tickets = 8;
const perTicket = 32;
const stride = 7_919;

/** Hostile bodies spread over all payloads; each second one in some place or spelling. */
const bodies = Array.from({ length: tickets * perTicket }, (_, at) =>
  at % 2 === 0
    ? (payloads[Math.floor((at * payloads.length) / (tickets * perTicket))] ?? '')
    : writtenCase((at * stride) % writtenCases),
);

/** What bodies may become; icons of the page are drawn with svg. */
const allowed =
  'a blockquote br button circle code details div em g li line ol p path polyline pre rect span strong summary svg ul';

/** What the open conversation holds that it must not. */
function findHarm(allowedTags: string): string[] {
  const harm: string[] = [];
  const tags = new Set(allowedTags.split(' '));
  for (const element of document.querySelectorAll('[role=log] .body, [role=log] .body *')) {
    const name = element.localName;
    if (!tags.has(name)) harm.push(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^style$|^src|^srcdoc$|^action$|^formaction$|^xlink/.test(attribute))
        harm.push(`${name} ${attribute}`);
      if (attribute === 'href' && !/^(https?:\/\/|mailto:)[\x21-\x7e]+$/.test(value))
        harm.push(`href ${value}`);
    }
    if (name === 'a') {
      const { host, href } = element as HTMLAnchorElement;
      const shown = (element.parentElement?.textContent ?? '').toLowerCase();
      if (!shown.includes(host || href.slice(href.indexOf('@') + 1))) harm.push(`${href} shown as ${shown}`);
    }
  }
  const loud =
    'iframe, frame, object, embed, base, form[action], meta[http-equiv=refresh], style, img, video, audio';
  for (const element of document.querySelectorAll(loud)) harm.push(element.outerHTML.slice(0, 100));
  for (const script of document.scripts) {
    if (!script.src.startsWith(location.origin)) harm.push(script.outerHTML.slice(0, 100));
  }
  return harm;
}

/** Everything that a page could do without being seen in its elements. */
function watch(page: Page, origin: string): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith(origin.replace('http', 'ws')))
      seen.push(`asked for ${url}`);
  });
  page.on('dialog', (dialog) => {
    seen.push(`said ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => seen.push(`opened ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(origin)) seen.push(`went to ${frame.url()}`);
  });
  return seen;
}

it(`shows ${bodies.length} hostile bodies, and nothing of them is more than text`, async () => {
  scene = await startScene('none');
  const { api } = scene.server;
  const subjects = Array.from(
    { length: tickets },
    (_, at) => `Ärende ${at} <img src=x onerror=alert(${at})>`,
  );
  subjects.forEach((subject, at) => {
    const { id } = api.addTicket({
      subject,
      body: `<p>Hej <b>fet ${at}</b></p>`,
      requesterName: `${bodies[at]}`,
      departmentSlug: 'general',
      status: 'customer_reply',
    });
    for (const body of bodies.slice(at * perTicket, (at + 1) * perTicket)) {
      api.staffReply(id, body, { senderName: `<script>alert(${at})</script>` });
    }
  });
  const preview = await scene.start();
  const page = await scene.open(preview);
  const seen = watch(page, preview.origin);
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  await connectWith(page, key);

  const log = page.getByRole('log', { name: 'Conversation' });
  let links = 0;
  for (const [at, subject] of subjects.entries()) {
    await openTicket(page, subject);
    await log.locator('strong', { hasText: `fet ${at}` }).waitFor({ state: 'attached' });
    await expect.poll(() => log.locator('.body').count()).toBeGreaterThan(perTicket / 2);
    await log.locator('details').evaluateAll((all) => {
      for (const quote of all) (quote as HTMLDetailsElement).open = true;
    });
    expect(await page.evaluate(findHarm, allowed)).toEqual([]);
    links += await log.locator('.body a').count();
  }
  expect(links).toBeGreaterThan(20);

  // The page asks the program about a link, and stays where it is.
  const before = page.url();
  await log.locator('.body a').first().click();
  await page.getByRole('dialog').waitFor();
  expect(page.url()).toBe(before);
  expect([seen, scene.complaints]).toEqual([[], []]);
});
