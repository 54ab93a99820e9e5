// Links to the same page in another language keep the place: its name is the same in all of them.
addEventListener('hashchange', keepPlace)
keepPlace()

function keepPlace() {
  for (const link of document.querySelectorAll('.languages a, .ways [hreflang]')) link.hash = location.hash
}
