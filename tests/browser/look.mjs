// Opens pages in one browser and prints what it saw, as JSON; it judges nothing.
//
//   node look.mjs BROWSER < what-to-look-at.json > what-was-seen.json
//
// What to look at, each with its default:
//   root     the address that the pages' paths start from, http: or file:
//   pages    paths below it
//   widths   of the window, in CSS pixels            [320, 1280]
//   schemes  "light", "dark"                         ["light", "dark"]
//   scripts  whether pages may run scripts           true
//   audit    whether to ask axe-core                 false
//   prepare  JavaScript to run first, as a reader's settings would change the page
//   measure  JavaScript whose value to hand back
//   fonts    a selector: which fonts draw the text of what it finds

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'
import { chromium } from 'playwright-core'

const TABS = 3
const HEIGHT = 800
const PATIENCE = 15_000
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What a page asks of other hosts is written down, but never leaves this machine.
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]
const AUDIT = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // These two would stay off: the one is AAA, the other is off unless asked for.
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const task = {
  widths: [320, 1280],
  schemes: ['light', 'dark'],
  scripts: true,
  audit: false,
  prepare: null,
  measure: null,
  fonts: null,
  ...JSON.parse(await text(process.stdin)),
}
const browser = await chromium.launch({ executablePath: process.argv[2], args: FLAGS })
try {
  process.stdout.write(JSON.stringify(await lookAtAll()))
} finally {
  await browser.close()
}

/** Every page, in a few tabs at a time; the views in the order of the pages. */
async function lookAtAll() {
  const views = []
  let next = 0
  async function work() {
    const context = await browser.newContext({ javaScriptEnabled: task.scripts })
    context.setDefaultTimeout(PATIENCE)
    const tab = await context.newPage()
    while (next < task.pages.length) {
      const mine = next++
      views[mine] = await look(tab, task.pages[mine])
    }
  }
  await Promise.all(Array.from({ length: Math.min(TABS, task.pages.length) }, work))
  return views.flat()
}

/** One page at every width in every scheme; loaded once, for that is slow. */
async function look(tab, path) {
  const heard = listen(tab)
  await tab.setViewportSize({ width: task.widths[0], height: HEIGHT })
  await tab.emulateMedia({ colorScheme: task.schemes[0] })
  await tab.goto(new URL(path, task.root).href, { waitUntil: 'load' })
  if (task.prepare) await tab.evaluate(task.prepare)
  if (task.audit) await tab.evaluate(axe)
  const views = []
  for (const width of task.widths) {
    await tab.setViewportSize({ width, height: HEIGHT })
    for (const scheme of task.schemes) {
      await tab.emulateMedia({ colorScheme: scheme })
      views.push({ page: path, width, scheme, ...(await see(tab)) })
    }
  }
  return views.map((view) => ({ ...view, ...heard }))
}

/** What the task asks about a page, as it is now. */
async function see(tab) {
  return {
    ...(await tab.evaluate(measurePage)),
    audit: task.audit ? await ask(tab) : [],
    measured: task.measure ? await tab.evaluate(task.measure) : null,
    fonts: task.fonts ? await drawnWith(tab, task.fonts) : {},
  }
}

/** Lists that fill while the page loads: what it says, what breaks, what it asks for. */
function listen(tab) {
  const heard = { console: [], errors: [], requests: [] }
  const asked = new Map()
  for (const event of ['console', 'pageerror', 'crash', 'request', 'response', 'requestfailed'])
    tab.removeAllListeners(event)
  tab.on('console', (message) => heard.console.push(`${message.type()}: ${message.text()}`))
  tab.on('pageerror', (error) => heard.errors.push(String(error)))
  tab.on('crash', () => heard.errors.push('the page crashed'))
  tab.on('request', (request) => {
    const entry = { url: request.url(), status: null, failure: null }
    asked.set(request, entry)
    heard.requests.push(entry)
  })
  tab.on('response', (response) => {
    const entry = asked.get(response.request())
    if (entry) entry.status = response.status()
  })
  tab.on('requestfailed', (request) => {
    const entry = asked.get(request)
    if (entry) entry.failure = request.failure()?.errorText ?? 'failed'
  })
  return heard
}

/** Runs in the page: its language, its direction, and how far it can be scrolled sideways. */
function measurePage() {
  const html = document.documentElement
  const sideways = html.scrollWidth - html.clientWidth
  const sticking = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect()
    return width > 0 && (right > html.clientWidth + 1 || left < -1)
  })
  const name = ({ localName, id, classList }) =>
    [localName + (id && `#${id}`), ...classList].join('.')
  const sticksOut = sideways > 0 ? sticking.slice(0, 5).map(name) : []
  return { lang: html.lang, dir: html.dir, sideways, sticksOut }
}

/** What axe-core finds wrong: one entry for each element. */
async function ask(tab) {
  const { violations } = await tab.evaluate((options) => window.axe.run(options), AUDIT)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({
      rule: id,
      element: target.flat().join(' '),
      why: failureSummary.replaceAll(/\s+/g, ' '),
    })),
  )
}

/** The families that draw the found elements' text, each with how many glyphs it gave. */
async function drawnWith(tab, selector) {
  const devtools = await tab.context().newCDPSession(tab)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument', { depth: 0 })
  const found = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  const glyphs = {}
  for (const nodeId of found.nodeIds) {
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName, glyphCount } of fonts)
      glyphs[familyName] = (glyphs[familyName] ?? 0) + glyphCount
  }
  return glyphs
}
