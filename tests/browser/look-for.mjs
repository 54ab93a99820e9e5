// Looks for words with the keyboard alone, follows the first result and comes back; prints what it
// saw, as JSON, and judges nothing.
//
//   node look-for.mjs BROWSER'S-ADDRESS ADDRESS WORDS

import { connect } from './browser.mjs'

const PATIENCE = 10_000

const [, , where, address, words] = process.argv
const browser = await connect(where)
try {
  const page = await browser.newPage({ viewport: { width: 320, height: 600 } })
  page.setDefaultTimeout(PATIENCE)
  const heard = []
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => heard.push(String(error)))
  await page.goto(address)
  const stops = await tabUntil(page, '#words')
  await page.keyboard.type(words)
  const typing = await results(page)
  await tabUntil(page, '.results a')
  const found = await results(page)
  const followed = await page.evaluate(() => document.activeElement.href)
  await page.keyboard.press('Enter')
  await page.waitForURL(followed)
  const arrived = await page.evaluate(() => ({
    address: location.href,
    target: location.hash ? !!document.querySelector(':target') : true,
  }))
  await page.goBack()
  const again = await results(page)
  process.stdout.write(JSON.stringify({ heard, stops, typing, found, followed, arrived, again }))
} finally {
  await browser.close()
}

/** Press Tab until what a selector says has the focus; how often that took. */
async function tabUntil(page, selector) {
  for (let stops = 1; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return stops
  }
  throw new Error(`Tab never comes to ${selector}`)
}

/** What is shown once there are results. */
async function results(page) {
  await page.locator('.results > li').first().waitFor()
  return page.evaluate(() => ({
    address: location.href,
    words: document.getElementById('words').value,
    focus: document.activeElement.id,
    links: [...document.querySelectorAll('.results a')].map((link) => link.href),
  }))
}
