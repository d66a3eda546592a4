/** The page in the reader's language. */
(function () {
  'use strict';
  var root = document.documentElement;
  var button = document.getElementById('language');

  /** Words where markup cannot hold both: choices, and what a program reads aloud or shows in an empty field. */
  function speak() {
    Array.prototype.forEach.call(document.querySelectorAll('[data-vi]'), function (element) {
      var words = element.dataset[root.dataset.lang];
      if (element.tagName === 'OPTION') { element.textContent = words; }
      ['aria-label', 'placeholder', 'alt'].forEach(function (name) {
        if (element.hasAttribute(name)) { element.setAttribute(name, words); }
      });
    });
  }

  button.addEventListener('click', function () {
    var next = root.dataset.lang === 'vi' ? 'en' : 'vi';
    root.dataset.lang = next;
    root.lang = next;
    button.textContent = next === 'vi' ? 'English' : 'Tiếng Việt';
    if (/^http/.test(location.protocol)) { document.cookie = 'planlint-lang=' + next + '; path=/; max-age=31536000; SameSite=Strict'; }
    speak();
  });
})();
