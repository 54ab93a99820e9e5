// Keeps the open page as its files are. Served by the preview alone, never part of an edition.

const NEWS = 'preview-news'
const news = document.getElementById(NEWS)
let events
let asking = false
let askAgain = false

listen()
// A browser opens few connections to one server, so pages that nobody sees let theirs go.
document.addEventListener('visibilitychange', () => (document.hidden ? events.close() : listen()))

/** Hear of every save; the first thing heard is what there is now. */
function listen() {
  events?.close()
  events = new EventSource('/-/events')
  events.onmessage = ({ data: version }) => {
    if (news.classList.contains('lost')) say('')
    if (version !== document.documentElement.dataset.preview) refresh()
  }
  events.onerror = () => {
    say('The preview has ended. Start it again, and this page goes on by itself.', 'lost')
    // The browser tries again by itself, but for an answer that is no stream of events.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000)
  }
}

/** Fetch the page anew and put what has changed in its place; one at a time. */
async function refresh() {
  askAgain = asking
  if (asking) return
  asking = true
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' })
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    else say('This page is gone from the sources.')
  } catch {
    // The server has ended; the events say so.
  } finally {
    asking = false
    if (askAgain) refresh()
  }
}

function show(fresh) {
  document.title = fresh.title
  document.documentElement.dataset.preview = fresh.documentElement.dataset.preview
  if (!renew(document.body, fresh.body)) return
  const problems = document.getElementById('preview-title')?.textContent ?? ''
  say(`Updated at ${new Date().toLocaleTimeString('en-GB')}. ${problems}`)
}

function say(words, state = '') {
  news.textContent = words
  news.className = state
}

/**
 * Make a part of the page like the fresh one; what is the same stays: the focus in it, a
 * selection, a screen reader's place, and so where the page is scrolled to. Says whether anything
 * has changed.
 */
function renew(old, fresh) {
  if (old.isEqualNode(fresh)) return false
  if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== fresh.nodeName) {
    old.replaceWith(document.importNode(fresh, true))
    return true
  }
  const attributes = renewAttributes(old, fresh)
  const children = renewChildren(old, fresh)
  return attributes || children
}

function renewAttributes(old, fresh) {
  let changed = false
  for (const name of new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()])) {
    // Whether a list is folded is up to the reader.
    if (name === 'open' || old.getAttribute(name) === fresh.getAttribute(name)) continue
    if (fresh.hasAttribute(name)) old.setAttribute(name, fresh.getAttribute(name))
    else old.removeAttribute(name)
    changed = true
  }
  return changed
}

/** What is alike at the start and at the end stays; what lies between is paired in order. */
function renewChildren(old, fresh) {
  const olds = childrenOf(old)
  const news = childrenOf(fresh)
  while (olds.length && news.length && olds[0].isEqualNode(news[0])) {
    olds.shift()
    news.shift()
  }
  let after = null
  while (olds.length && news.length && olds.at(-1).isEqualNode(news.at(-1))) {
    after = olds.pop()
    news.pop()
  }
  let changed = olds.length !== news.length
  const common = Math.min(olds.length, news.length)
  for (let index = 0; index < common; index++) changed = renew(olds[index], news[index]) || changed
  for (const gone of olds.slice(common)) gone.remove()
  for (const come of news.slice(common)) old.insertBefore(document.importNode(come, true), after)
  return changed
}

function childrenOf(node) {
  return [...node.childNodes].filter((child) => child.id !== NEWS)
}
