// Opens pages in one browser and prints what it saw, as JSON; it judges nothing.
//
//   node look.mjs BROWSER < what-to-look-at.json > what-was-seen.json
//
// What to look at:
//   root     the address that the pages' paths start from, http: or file:
//   pages    paths below it
//   ways     by name, how to look; what is seen comes under the same names
//
// A way, each part with its default:
//   widths   of the window, in CSS pixels            [320, 1280]
//   height   of the window                           800
//   schemes  "light", "dark"                         ["light", "dark"]
//   media    "screen", "print"                       "screen"
//   forced   whether the reader's colours are forced false
//   still    whether the reader wants no motion      false
//   scripts  whether pages may run scripts           true
//   audit    whether to ask axe-core                 false
//   prepare  JavaScript to run first, as a reader's settings would change the page
//   measure  JavaScript whose value to hand back
//   fonts    a selector: which fonts draw the text of what it finds
//   keys     whether to go through the page with the Tab key

import { text } from 'node:stream/consumers'
import { audit, open } from './browser.mjs'

const TABS = 3
const PATIENCE = 15_000
const WAY = {
  widths: [320, 1280],
  height: 800,
  schemes: ['light', 'dark'],
  media: 'screen',
  forced: false,
  still: false,
  scripts: true,
  audit: false,
  prepare: null,
  measure: null,
  fonts: null,
  keys: false,
}

const { root, pages, ways } = JSON.parse(await text(process.stdin))
const browser = await open(process.argv[2])
try {
  const seen = {}
  for (const [name, way] of Object.entries(ways)) seen[name] = await lookAtAll({ ...WAY, ...way })
  process.stdout.write(JSON.stringify(seen))
} finally {
  await browser.close()
}

/** Every page in one way, in a few tabs at a time; the views in the order of the pages. */
async function lookAtAll(way) {
  const views = []
  let next = 0
  async function work() {
    const context = await browser.newContext({ javaScriptEnabled: way.scripts })
    context.setDefaultTimeout(PATIENCE)
    const tab = await context.newPage()
    while (next < pages.length) {
      const mine = next++
      views[mine] = await look(tab, pages[mine], way)
    }
    await context.close()
  }
  await Promise.all(Array.from({ length: Math.min(TABS, pages.length) }, work))
  return views.flat()
}

/** One page at every width in every scheme; loaded once, for that is slow. */
async function look(tab, path, way) {
  const heard = listen(tab)
  const { height, media } = way
  const forcedColors = way.forced ? 'active' : 'none'
  const reducedMotion = way.still ? 'reduce' : 'no-preference'
  await tab.setViewportSize({ width: way.widths[0], height })
  await tab.emulateMedia({ colorScheme: way.schemes[0], media, forcedColors, reducedMotion })
  await tab.goto(new URL(path, root).href, { waitUntil: 'load' })
  if (way.prepare) await tab.evaluate(way.prepare)
  const views = []
  for (const width of way.widths) {
    await tab.setViewportSize({ width, height })
    for (const scheme of way.schemes) {
      await tab.emulateMedia({ colorScheme: scheme })
      views.push({ page: path, width, scheme, ...(await see(tab, way)) })
    }
  }
  return views.map((view) => ({ ...view, ...heard }))
}

/** What the way asks about a page, as it is now. */
async function see(tab, way) {
  return {
    ...(await tab.evaluate(measurePage)),
    audit: way.audit ? await audit(tab) : [],
    measured: way.measure ? await tab.evaluate(way.measure) : null,
    fonts: way.fonts ? await drawnWith(tab, way.fonts) : {},
    stops: way.keys ? await goThrough(tab) : null,
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

/** Where the Tab key leads, from the top to the end and once more; and where it ought to lead. */
async function goThrough(tab) {
  const expected = await tab.evaluate(watchFocus)
  const devtools = await tab.context().newCDPSession(tab)
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
  const pressed = []
  for (let times = 0; times <= expected.length; times++)
    for (const type of ['rawKeyDown', 'keyUp'])
      pressed.push(devtools.send('Input.dispatchKeyEvent', { type, ...key }))
  await Promise.all(pressed)
  await devtools.detach()
  return { expected, reached: await tab.evaluate('window.reached') }
}

/** Runs in the page: writes down each stop and how it shows; says where one ought to stop. */
function watchFocus() {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  const others = [...document.querySelectorAll('[tabindex="0"]')]
  const expected = new Set([...all, ...others].filter((one) => {
    return one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0 && !one.disabled
  }))
  const name = (element) => {
    const words = element.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 30)
    return `${[element.localName, ...element.classList].join('.')} ${element.getAttribute('href') ?? ''} ${words}`
  }
  const inOrder = [...document.querySelectorAll('*')].filter((one) => expected.has(one))
  window.reached = []
  document.addEventListener('focusin', ({ target }) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(target)
    const boxes = [...target.getClientRects()]
    window.reached.push({
      name: name(target),
      number: inOrder.indexOf(target),
      outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
      colour: outlineColor,
      seen: boxes.some(({ left, right, top, bottom, width, height }) =>
        width > 1 && height > 1 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight),
    })
  })
  return inOrder.map(name)
}
