// Usage: npm install && node check.mjs OUT [SCREENSHOTS]
// Opens every page of the report under OUT from disk with the network off. BROWSER names the
// browser's program; without it that of Debian's Chromium.
import { chromium } from 'playwright-core';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const out = resolve(process.argv[2] ?? 'out');
const screenshots = process.argv[3];
const program = process.env.BROWSER ?? '/usr/bin/chromium';
// Milliseconds for a page to load and be drawn; a busy machine needs many.
const PATIENCE = 180000;
const problems = [];
const counts = { pages: 0, links: 0, formulas: 0, texts: 0, tables: 0 };

/** Links of the page that lead to a file, without the part behind '#'. */
const linksOf = (page) => page.evaluate(() => Array.from(document.links, (a) => a.href));

/** Formulas without a size, and those that a script would still have to draw. */
const formulasOf = (page) => page.evaluate(() => {
  const all = Array.from(document.querySelectorAll('math'));
  const drawn = (m) => m.getBoundingClientRect().width > 0 && m.getBoundingClientRect().height > 0;
  const hidden = (m) => m.closest('details:not([open])') !== null;
  return { count: all.length, flat: all.filter((m) => !hidden(m) && !drawn(m)).map((m) => m.textContent) };
});

/** Texts of figures that reach beyond the figure's edge. */
const clippedOf = (page) => page.evaluate(() => {
  const clipped = [];
  // The nearest edge at which the text is cut off: of a panel, where it stands in one.
  const edgeOf = (text) => {
    const panel = text.closest('[clip-path]');
    if (!panel) return text.closest('figure').querySelector('svg').getBoundingClientRect();
    const id = panel.getAttribute('clip-path').replace(/^url\(#|\)$/g, '');
    const [x, y, width, height] = ['x', 'y', 'width', 'height']
      .map((name) => Number(document.getElementById(id).querySelector('rect').getAttribute(name)));
    const place = panel.getScreenCTM();
    return { left: x * place.a + place.e, right: (x + width) * place.a + place.e,
      top: y * place.d + place.f, bottom: (y + height) * place.d + place.f };
  };
  const texts = Array.from(document.querySelectorAll('figure svg text'));
  for (const text of texts) {
    const edge = edgeOf(text);
    const box = text.getBoundingClientRect();
    const beyond = Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom);
    if (beyond > 1) clipped.push(`'${text.textContent}' of ${text.closest('figure').id} by ${beyond.toFixed(1)} px`);
  }
  return { count: texts.length, clipped };
});

/** Sorts every table by every column and says which do not come out in order. */
const unsortedOf = (page) => page.evaluate(() => {
  const unsorted = [];
  const tables = Array.from(document.querySelectorAll('table.sortable'));
  tables.forEach((table, index) => {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, k) => {
      const cells = () => Array.from(table.tBodies[0].rows, (row) => row.cells[k]);
      const before = cells().length;
      for (const order of ['ascending', 'descending']) {
        head.querySelector('button').click();
        const values = cells().filter((cell) => !cell.querySelector('.verdict'))
          .map((cell) => cell.querySelector('data')).filter(Boolean).map((data) => Number(data.value));
        const sign = order === 'ascending' ? 1 : -1;
        const sorted = values.every((value, i) => i === 0 || sign * (value - values[i - 1]) >= 0);
        if (head.getAttribute('aria-sort') !== order || !sorted || cells().length !== before) {
          unsorted.push(`table ${index}, '${head.textContent}', ${order}`);
        }
      }
    });
  });
  return { count: tables.length, unsorted };
});

const overflowOf = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

async function check(context, url, width, scheme, found) {
  const page = await context.newPage();
  const report = (what) => problems.push(`${fileURLToPath(url)} at ${width} px, ${scheme}: ${what}`);
  page.on('console', (message) => message.type() === 'error' && report(`console: ${message.text()}`));
  page.on('pageerror', (error) => report(`script: ${error.message}`));
  page.on('request', (request) => request.url().startsWith('file:') || report(`asks for ${request.url()}`));
  await page.goto(url);
  const links = await linksOf(page);
  found.push(...links);
  const formulas = await formulasOf(page);
  formulas.flat.forEach((text) => report(`formula not drawn: ${text}`));
  const texts = await clippedOf(page);
  texts.clipped.forEach((text) => report(`clipped: ${text}`));
  const overflow = await overflowOf(page);
  if (overflow > 0) report(`${overflow} px wider than the window`);
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true });
    const name = fileURLToPath(url).slice(out.length + 1).replaceAll('/', '_');
    await page.screenshot({ path: `${screenshots}/${name}-${width}-${scheme}.png`, fullPage: true });
  }
  const tables = await unsortedOf(page);
  tables.unsorted.forEach((text) => report(`not sorted: ${text}`));
  counts.pages += 1;
  counts.links += links.length;
  counts.formulas += formulas.count;
  counts.texts += texts.count;
  counts.tables += tables.count;
  const ids = await page.evaluate(() => Array.from(document.querySelectorAll('[id]'), (e) => e.id));
  await page.close();
  return new Set(ids);
}

const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
for (const [width, scheme] of [[1280, 'light'], [400, 'light'], [1280, 'dark'], [400, 'dark']]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, offline: true });
  context.setDefaultTimeout(PATIENCE);
  const first = pathToFileURL(`${out}/index.html`).href;
  const ids = new Map();
  const waiting = [first];
  const anchors = [];
  while (waiting.length > 0) {
    const url = waiting.pop();
    if (ids.has(url)) continue;
    const links = [];
    ids.set(url, await check(context, url, width, scheme, links));
    for (const link of links) {
      const [target, anchor] = link.split('#');
      if (!target.startsWith('file:') || !existsSync(fileURLToPath(target))) {
        problems.push(`${fileURLToPath(url)}: leads nowhere: ${link}`);
      } else if (target.endsWith('.html')) {
        waiting.push(target);
        if (anchor) anchors.push([url, target, decodeURIComponent(anchor)]);
      }
    }
  }
  for (const [from, target, anchor] of anchors) {
    if (!ids.get(target).has(anchor)) problems.push(`${fileURLToPath(from)}: no #${anchor} in ${fileURLToPath(target)}`);
  }
  await context.close();
}
await browser.close();
console.log(Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(', '));
problems.forEach((problem) => console.log(problem));
process.exitCode = problems.length === 0 ? 0 : 1;
