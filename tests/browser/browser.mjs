// What every way of looking shares: a browser that reaches nobody, and axe-core's questions.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

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
// What can differ between two colour schemes that leave every box where it is.
const COLOURS = {
  ...AUDIT,
  runOnly: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'],
}
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A browser that others can reach; who starts it closes it. */
export function serve(executablePath) {
  return chromium.launchServer({ executablePath, args: FLAGS })
}

/** A browser that was started elsewhere; what is opened in it goes when this connection closes. */
export function connect(address) {
  return chromium.connect(address)
}

/** What axe-core finds wrong with a page, or with its colours: one entry for each element. */
export async function audit(page, coloursAlone = false) {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const asked = coloursAlone ? COLOURS : AUDIT
  const { violations } = await page.evaluate((options) => window.axe.run(options), asked)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({
      rule: id,
      element: target.flat().join(' '),
      why: failureSummary.replaceAll(/\s+/g, ' '),
    })),
  )
}
