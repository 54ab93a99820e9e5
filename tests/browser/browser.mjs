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
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A fresh browser; who opens it closes it. */
export function open(executablePath) {
  return chromium.launch({ executablePath, args: FLAGS })
}

/** What axe-core finds wrong with a page: one entry for each element. */
export async function audit(page) {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const { violations } = await page.evaluate((options) => window.axe.run(options), AUDIT)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({
      rule: id,
      element: target.flat().join(' '),
      why: failureSummary.replaceAll(/\s+/g, ' '),
    })),
  )
}
