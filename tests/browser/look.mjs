// Opens pages in one browser and prints what it saw, as JSON; it judges nothing.
//
//   node look.mjs BROWSER
//
// Its first line says where the browser can be reached, for those that look in ways of their own
// (look-for.mjs, follow.mjs). Then each line of input says what to look at, and is answered by one:
//   root     the address that the pages' paths start from, http: or file:
//   pages    paths below it
//   ways     by name, how to look; what is seen comes under the same names
//
// A way, each part with its default:
//   of       a regular expression: only pages whose path matches
//   widths   of the window, in CSS pixels            [320, 1280]
//   height   of the window                           800
//   schemes  "light", "dark"                         ["light", "dark"]
//   media    "screen", "print"                       "screen"
//   forced   whether the reader's colours are forced false
//   still    whether the reader wants no motion      false
//   scripts  whether pages may run scripts           true
//   audit    whether to ask axe-core: all at each width, about colours in each further scheme; false
//   prepare  JavaScript to run first, as a reader's settings would change the page
//   measure  JavaScript whose value to hand back; it leaves the page as it was
//   fonts    a selector: which fonts draw the text of what it finds
//   keys     whether to go through the page with the Tab key
//
// To load a page is slow: ways share what is loaded, but for those that prepare it or forbid scripts.

import { createInterface } from 'node:readline'
import { audit, connect, serve } from './browser.mjs'

const TABS = 3
const PATIENCE = 15_000
const WAY = {
  of: '',
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

const server = await serve(process.argv[2])
try {
  print({ address: server.wsEndpoint() })
  const browser = await connect(server.wsEndpoint())
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      print({ seen: await lookAtAll(browser, JSON.parse(line)) })
    } catch (error) {
      print({ error: String(error.stack) })
    }
  }
} finally {
  await server.close()
}

function print(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}

/** Every page in every way, in a few tabs at a time; the views in the order of the pages. */
async function lookAtAll(browser, { root, pages, ways }) {
  const visits = pages.flatMap((path) => groups(path, ways).map((group) => ({ path, group })))
  const views = []
  let next = 0
  async function work() {
    const tabs = new Map()
    try {
      while (next < visits.length) {
        const mine = next++
        const { path, group } = visits[mine]
        const { scripts } = group[0].way
        if (!tabs.has(scripts)) tabs.set(scripts, await open(browser, scripts))
        views[mine] = await look(tabs.get(scripts), new URL(path, root).href, path, group)
      }
    } finally {
      for (const tab of tabs.values()) await tab.context().close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(TABS, visits.length) }, work))
  const seen = Object.fromEntries(Object.keys(ways).map((name) => [name, []]))
  for (const { name, view } of views.flat()) seen[name].push(view)
  return seen
}

/** The ways that look at a page, by what they share: one loaded page. */
function groups(path, ways) {
  const found = new Map()
  for (const [name, asked] of Object.entries(ways)) {
    const way = { ...WAY, ...asked }
    if (!new RegExp(way.of).test(path)) continue
    const key = JSON.stringify([way.scripts, way.prepare])
    found.set(key, [...(found.get(key) ?? []), { name, way }])
  }
  return [...found.values()]
}

/** A tab that knows nothing of others. */
async function open(browser, javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled })
  context.setDefaultTimeout(PATIENCE)
  return context.newPage()
}

/** One page, loaded once, as each of a group of ways wants to see it. */
async function look(tab, address, path, group) {
  const heard = listen(tab)
  const states = statesOf(group)
  const [first] = states.values()
  await show(tab, first.state)
  await tab.goto(address, { waitUntil: 'load' })
  if (group[0].way.prepare) await tab.evaluate(group[0].way.prepare)
  const views = []
  for (const { state, wanted } of states.values()) {
    await show(tab, state)
    const { width, scheme } = state
    const page = { page: path, width, scheme, ...(await tab.evaluate(measurePage)) }
    for (const { name, way } of wanted)
      views.push({ name, view: { ...page, ...(await see(tab, way, scheme !== way.schemes[0])) } })
  }
  for (const { view } of views) Object.assign(view, heard)
  return views
}

/** What the window is to be, one after the other, each with the ways that want it so. */
function statesOf(group) {
  const states = new Map()
  for (const { name, way } of group)
    for (const width of way.widths)
      for (const scheme of way.schemes) {
        const { height, media, forced, still } = way
        const state = { width, height, scheme, media, forced, still }
        const key = JSON.stringify(state)
        if (!states.has(key)) states.set(key, { state, wanted: [] })
        states.get(key).wanted.push({ name, way })
      }
  return states
}

/** Make the window and the reader's wishes what they are to be. */
async function show(tab, { width, height, scheme, media, forced, still }) {
  await tab.setViewportSize({ width, height })
  const forcedColors = forced ? 'active' : 'none'
  const reducedMotion = still ? 'reduce' : 'no-preference'
  await tab.emulateMedia({ colorScheme: scheme, media, forcedColors, reducedMotion })
}

/** What the way asks about a page, as it is now, or as it is now in another scheme. */
async function see(tab, way, again) {
  return {
    audit: way.audit ? await audit(tab, again) : [],
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

/** Runs in the page: its language and direction, how far it scrolls sideways, where its boxes are. */
function measurePage() {
  const html = document.documentElement
  const sideways = html.scrollWidth - html.clientWidth
  const all = [...document.body.querySelectorAll('*')]
  const boxes = all.map((element) => element.getBoundingClientRect())
  const sticking = all.filter((element, index) => {
    const { left, right, width } = boxes[index]
    return width > 0 && (right > html.clientWidth + 1 || left < -1)
  })
  const places = boxes.reduce(
    (sum, { x, y, width, height }, index) => (sum * 31 + x + 2 * y + 3 * width + 5 * height + index) % 1e9,
    0,
  )
  const name = ({ localName, id, classList }) =>
    [localName + (id && `#${id}`), ...classList].join('.')
  const sticksOut = sideways > 0 ? sticking.slice(0, 5).map(name) : []
  return { lang: html.lang, dir: html.dir, sideways, sticksOut, places: Math.round(places) }
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
  const reached = await tab.evaluate('window.reached')
  await tab.evaluate('document.activeElement.blur(); scrollTo(0, 0)')
  return { expected, reached }
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
