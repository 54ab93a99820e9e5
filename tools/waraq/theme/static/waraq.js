// Links to the same page in another language keep the place: its name is the same in all of them.
(function () {
  function keepPlace() {
    var links = document.querySelectorAll('.languages a, .ways a[hreflang]')
    for (var i = 0; i < links.length; i++) links[i].hash = location.hash
  }
  addEventListener('hashchange', keepPlace)
  keepPlace()
})()
