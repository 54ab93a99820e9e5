// Keeps one page open while the test saves files, and prints what it saw, as JSON; it judges nothing.
//
//   node follow.mjs BROWSER'S-ADDRESS ADDRESS
//
// Each line of input is JavaScript that becomes true in the page sooner or later: for each it waits,
// asks axe-core, and prints what it sees in one line. "true" asks for the page as it is.

import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { audit, connect } from './browser.mjs'

const PATIENCE = 20_000

const [, , where, address] = process.argv
const browser = await connect(where)
try {
  const context = await browser.newContext({ viewport: { width: 320, height: 600 } })
  const page = await context.newPage()
  const heard = []
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => heard.push(String(error)))
  await page.goto(address, { waitUntil: 'load' })
  for await (const condition of createInterface({ input: process.stdin })) {
    const found = await waitFor(page, condition)
    const seen = await page.evaluate(lookAround)
    process.stdout.write(`${JSON.stringify({ found, heard, ...seen, audit: await ask(page) })}\n`)
  }
} finally {
  await browser.close()
}

/** Ask again and again: the page's policy forbids what Playwright's own way of waiting does. */
async function waitFor(page, condition) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await setTimeout(10))
    if (await page.evaluate(condition)) return true
  return false
}

/** Runs in the page: where the reader is, and what is said to them. */
function lookAround() {
  const { scrollWidth, clientWidth } = document.documentElement
  return {
    scrolled: Math.round(scrollY),
    sideways: scrollWidth - clientWidth,
    focus: document.activeElement?.textContent.trim().slice(0, 40) ?? '',
    news: document.getElementById('preview-news').textContent,
    panel: document.querySelector('.preview').innerText,
  }
}

/** What axe-core finds wrong: one sentence for each element. */
async function ask(page) {
  return (await audit(page)).map(({ rule, element, why }) => `${rule} at ${element}: ${why}`)
}
