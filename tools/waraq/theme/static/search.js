// Finds words on the pages of one language. Only the search page loads it; the index of the language
// is larger and comes when somebody goes to the field or has asked already.
//
// ES2015 and nothing from elsewhere, so that old phones run it. It asks nobody and stores nothing:
// what was looked for is kept with this page's entry in the session's history, so that "back" shows
// it again, and stands in no address, so that no server and no list of visited pages learns of it.
;(function () {
  'use strict'

  const form = document.querySelector('form.search')
  if (!form || !String.prototype.normalize) return

  const PATIENCE = 250
  const MOST = 50
  const input = form.querySelector('input')
  const news = document.querySelector('.news')
  const list = document.querySelector('.results')
  let waiting = 0

  // The index: asked for once, and again only if it did not come.

  let index
  let asking

  function ask() {
    if (index || asking) return
    if (window.waraqSearch) return take()
    asking = document.createElement('script')
    asking.src = form.dataset.index
    asking.onload = take
    asking.onerror = lose
    document.head.appendChild(asking)
  }

  function take() {
    index = window.waraqSearch
    if (!index) return lose()
    learn()
    if (input.value.trim()) show()
    else news.textContent = ''
  }

  function lose() {
    document.head.removeChild(asking)
    asking = null
    news.textContent = news.dataset.lost
  }

  // Folding: what counts as the same letter. The table says what it holds, and why.

  const same = new Map()
  const known = new Map()
  let dropped
  let breaks
  let spaced
  let typed

  function learn() {
    dropped = new RegExp(`[${index.fold.dropped}]`)
    breaks = new RegExp(`[${index.fold.breaks}]`)
    spaced = index.fold.spaced
    typed = Object.keys(index.fold.alike).sort((one, other) => other.length - one.length)
    for (const zero of index.fold.zeros)
      for (let digit = 0; digit < 10; digit++)
        same.set(String.fromCharCode(zero.charCodeAt(0) + digit), String(digit))
    for (const folded of Object.keys(index.fold.same))
      for (const letter of index.fold.same[folded]) same.set(letter, folded)
  }

  function foldLetter(letter) {
    let folded = known.get(letter)
    if (folded === undefined) {
      folded = ''
      for (const each of letter.normalize('NFKC').toLowerCase())
        if (same.has(each)) folded += same.get(each)
        else if (!dropped.test(each)) folded += breaks.test(each) ? ' ' : each
      known.set(letter, folded)
    }
    return folded
  }

  /**
   * Folded letters with single spaces; `places`, if given, takes where each came from. Marks belong
   * to the letter before them, a hamza's seat to the one after it.
   */
  function fold(text, places) {
    let folded = ''
    let start = 0
    let end = 0
    for (const letter of text) {
      const letters = foldLetter(letter)
      end += letter.length
      for (let unit = 0; unit < letters.length; unit++) {
        const repeated = letters[unit] === ' ' && (folded === '' || folded.endsWith(' '))
        if (!repeated) folded += letters[unit]
        if (!repeated && places) places.push({ start, end })
      }
      if (places && !letters && places.length && dropped.test(letter))
        places[places.length - 1].end = end
      if (letters || dropped.test(letter)) start = end
    }
    return folded
  }

  // The sections of all pages, folded once, when first something is looked for.

  const LATIN = /^[ -~]+/
  const OTHER = /^[^ -~]+/
  let sections
  let everything

  function prepare() {
    if (sections) return
    sections = []
    index.pages.forEach(([address, passages]) => {
      const page = { title: words(passages[0][1]), sections: [] }
      page.folded = fold(page.title.text)
      passages.forEach(([anchor, heading, ...sentences], position) => {
        const section = {
          page,
          top: position === 0,
          href: anchor ? `${address}#${anchor}` : address,
          heading: words(heading),
          sentences: sentences.map(words),
        }
        section.folded = section.top ? '' : fold(section.heading.text)
        section.said = section.sentences.map(({ text }) => fold(text))
        page.sections.push(section)
        sections.push(section)
      })
    })
    if (spaced) return
    everything = sections
      .map(({ page, folded, said }) => [page.folded, folded, ...said].join('\n'))
      .join('\n')
  }

  /** A text and its pieces, each with where it ends and, if it is not the page's, its language. */
  function words(said) {
    const pieces = []
    let text = ''
    const flat = typeof said === 'string' ? [said, ''] : said
    for (let turn = 0; turn < flat.length; turn += 2) {
      text += flat[turn]
      pieces.push({ end: text.length, lang: flat[turn + 1] })
    }
    return { text, pieces }
  }

  // What was typed, as regular expressions.

  /** A word as a pattern in which each letter may be those that are alike. */
  function pattern(word) {
    let found = ''
    for (let rest = word; rest; ) {
      const letters = typed.find((each) => rest.startsWith(each))
      const [letter] = rest
      found += letters ? oneOf(index.fold.alike[letters].split(' ')) : escaped(letter)
      rest = rest.slice((letters || letter).length)
    }
    return found
  }

  function oneOf(choices) {
    return choices.every((each) => each.length === 1)
      ? `[${choices.join('')}]`
      : `(?:${choices.join('|')})`
  }

  function escaped(letter) {
    return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  }

  /** A pattern for words that begin so, or have it anywhere; what it finds may start with a space. */
  function expression(source, anywhere) {
    return new RegExp(anywhere || !spaced ? source : `(?:^| )${index.fold.before}${source}`)
  }

  /** Scripts without spaces: a long run is cut into the longest pieces that the pages have. */
  function pieces(run) {
    const cut = []
    for (let rest = run; rest; ) {
      let end = LATIN.test(rest) ? LATIN.exec(rest)[0].length : OTHER.exec(rest)[0].length
      while (end > 2 && !LATIN.test(rest) && !everything.includes(rest.slice(0, end))) end--
      cut.push(rest.slice(0, end))
      rest = rest.slice(end)
    }
    return cut
  }

  // Looking.

  /** The sections that have every word, the best first. */
  function find(query) {
    prepare()
    let asked = fold(query.normalize('NFKC')).split(' ').filter(Boolean)
    if (!spaced) asked = [].concat(...asked.map(pieces))
    if (!asked.length) return null
    const sources = asked.map(pattern)
    let found = { hits: [], words: [] }
    for (const [anywhere, wide] of [[false, false], [true, false], [true, true]]) {
      if (found.hits.length) break
      found = look(sources, anywhere, wide)
    }
    return found
  }

  /** `wide` is content if the words are on the same page, and takes the best section of each. */
  function look(sources, anywhere, wide) {
    const words = sources.map((source) => expression(source, anywhere))
    const phrase = expression(sources.join(spaced ? ' ' : ' ?'), anywhere)
    let hits = []
    sections.forEach((section, order) => {
      const hit = rate(section, words, phrase, wide)
      if (hit) hits.push(Object.assign(hit, { section, order }))
    })
    hits.sort((one, other) => other.score - one.score || one.order - other.order)
    if (wide) {
      const seen = new Set()
      hits = hits.filter(({ section: { page } }) => !seen.has(page) && seen.add(page))
    }
    return { hits, words }
  }

  /** How well a section fits: the page's title counts most, then its heading, then its sentences. */
  function rate(section, words, phrase, wide) {
    const { page, top, folded, said } = section
    const held = said.map(() => 0)
    let score = 0
    let own = false
    for (const word of words) {
      const inTitle = word.test(page.folded)
      const inHeading = word.test(folded)
      let inText = false
      said.forEach((sentence, position) => {
        if (!word.test(sentence)) return
        held[position]++
        inText = true
      })
      if (!inTitle && !inHeading && !inText) {
        if (wide && page.sections.some((each) => has(each, word))) continue
        return null
      }
      own = own || inHeading || inText || (top && inTitle)
      score += (inTitle ? (top ? 100 : 3) : 0) + (inHeading ? 30 : 0) + (inText ? 10 : 0)
    }
    if (!own) return null
    const most = Math.max(0, ...held)
    const best = held.indexOf(most)
    if (most === words.length) score += 5
    if (words.length > 1 && [page.folded, folded, said[best] || ''].some((each) => phrase.test(each)))
      score += 8
    return { score, sentence: section.sentences[best] }
  }

  function has({ folded, said }, word) {
    return word.test(folded) || said.some((each) => word.test(each))
  }

  // Showing.

  function show() {
    const query = input.value
    clearTimeout(waiting)
    waiting = 0
    remember(query)
    if (!index) {
      ask()
      if (!index && query.trim()) news.textContent = news.dataset.waiting
      return
    }
    const found = find(query)
    list.textContent = ''
    if (found)
      found.hits.slice(0, MOST).forEach((hit) => list.appendChild(result(hit, found.words)))
    list.hidden = !list.firstChild
    news.textContent = found ? inWords(found.hits.length) : ''
  }

  function inWords(number) {
    if (!number) return news.dataset.none
    return (number > MOST ? news.dataset.first : news.dataset.found)
      .replace('{number}', inDigits(number))
      .replace('{shown}', inDigits(MOST))
  }

  function inDigits(number) {
    return number.toLocaleString(document.documentElement.lang)
  }

  function result({ section, sentence }, words) {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = section.href
    link.appendChild(spoken('span', section.page.title, words))
    if (!section.top) {
      link.appendChild(document.createTextNode(' '))
      link.appendChild(spoken('span', section.heading, words))
    }
    item.appendChild(link)
    if (sentence) item.appendChild(spoken('p', sentence, words))
    return item
  }

  /** An element with some words, each piece in its language, and with what was found marked. */
  function spoken(name, { text, pieces }, words) {
    const element = document.createElement(name)
    const found = marks(text, words)
    let start = 0
    pieces.forEach(({ end, lang }) => {
      const whole = pieces.length === 1
      const holder = whole || !lang ? element : element.appendChild(document.createElement('span'))
      if (lang) {
        holder.lang = lang
        holder.dir = index.directions[lang]
      }
      fill(holder, text, start, end, found)
      start = end
    })
    return element
  }

  /** Put a part of a text into an element, with the marks that lie in it. */
  function fill(holder, text, start, end, found) {
    let position = start
    found.forEach((mark) => {
      const from = Math.max(mark.start, start)
      const to = Math.min(mark.end, end)
      if (from >= to) return
      const marked = document.createElement('mark')
      marked.textContent = text.slice(from, to)
      holder.appendChild(document.createTextNode(text.slice(position, from)))
      holder.appendChild(marked)
      position = to
    })
    holder.appendChild(document.createTextNode(text.slice(position, end)))
  }

  /** Where words stand in a text, in order and apart; whole words, where words have spaces. */
  function marks(text, words) {
    const places = []
    const folded = fold(text, places)
    const found = []
    for (const word of words) {
      const all = new RegExp(word.source, 'g')
      for (let match = all.exec(folded); match; match = all.exec(folded)) {
        let first = match.index
        let after = all.lastIndex
        if (folded[first] === ' ') first++
        if (spaced) {
          while (first > 0 && folded[first - 1] !== ' ') first--
          while (after < folded.length && folded[after] !== ' ') after++
        }
        found.push({ start: places[first].start, end: places[after - 1].end })
      }
    }
    found.sort((one, other) => one.start - other.start)
    return found.reduce((merged, mark) => {
      const last = merged[merged.length - 1]
      if (!last || mark.start >= last.end) merged.push(mark)
      else last.end = Math.max(last.end, mark.end)
      return merged
    }, [])
  }

  function remember(query) {
    try {
      history.replaceState({ query }, '')
    } catch (error) {
      // Safari allows a hundred a half minute. Only the way back is less good then.
    }
  }

  // The reader.

  function later() {
    clearTimeout(waiting)
    waiting = setTimeout(show, PATIENCE)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show()
  })
  // Who goes on at once goes to what was found for the last letter too, and comes back to it.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Tab' && waiting) show()
  })
  input.addEventListener('change', () => remember(input.value))
  input.addEventListener('focus', ask)
  input.addEventListener('input', (event) => {
    // While Chinese or Japanese is being composed, the letters are not yet what is meant.
    if (!event.isComposing) later()
  })
  input.addEventListener('compositionend', later)

  const asked = /[?&]q=([^&]*)/.exec(location.search)
  if (history.state && typeof history.state.query === 'string') input.value = history.state.query
  else if (asked) input.value = unescapedQuery(asked[1])
  document.querySelector('.no-search').hidden = true
  form.hidden = false
  if (input.value) show()

  function unescapedQuery(text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, ' '))
    } catch (error) {
      return ''
    }
  }
})()
