(function () {
  'use strict';
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function one(id) { return document.getElementById(id); }

  // ---- the index ----
  var search = one('search');
  if (search) {
    var faulty = one('faulty');
    var plain = function (text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase(); };
    var sift = function () {
      all('#documents tbody tr').forEach(function (row) {
        row.hidden = plain(row.textContent).indexOf(plain(search.value)) < 0 || faulty.checked && row.dataset.faulty !== 'true';
      });
    };
    search.addEventListener('input', sift);
    faulty.addEventListener('change', sift);
    return;
  }
  if (one('print')) { one('print').addEventListener('click', function () { window.print(); }); }
  if (!one('plan')) { return; }

  // ---- one document ----
  var cards = all('.finding');
  var current = null;

  function press(buttons, chosen) {
    buttons.forEach(function (button) { button.setAttribute('aria-pressed', String(button === chosen)); });
  }

  var tabs = all('[data-show]', document.querySelector('.tabs'));
  function show(part) {
    document.body.dataset.show = part;
    press(tabs, tabs.filter(function (tab) { return tab.dataset.show === part; })[0]);
  }
  tabs.forEach(function (tab) { tab.addEventListener('click', function () { show(tab.dataset.show); }); });

  var views = all('[data-view]');
  function view(part) {
    one('text').hidden = part !== 'text';
    one('pages').hidden = part !== 'pages';
    press(views, views.filter(function (button) { return button.dataset.view === part; })[0]);
  }
  views.forEach(function (button) { button.addEventListener('click', function () { view(button.dataset.view); }); });

  function shown() { return cards.filter(function (card) { return !card.hidden; }); }

  function mark(number) {
    all('.now').forEach(function (element) { element.classList.remove('now'); });
    current = number;
    all('mark, .frame').forEach(function (element) {
      if (element.dataset.f.split(' ').indexOf(number) >= 0) { element.classList.add('now'); }
    });
    one('f' + number).classList.add('now');
    var list = shown();
    one('position').textContent = list.indexOf(one('f' + number)) + 1 + ' / ' + list.length;
  }

  function evidence(number) {
    var frame = one('p' + number);
    if (frame && !one('pages').hidden) { return frame; }
    var text = one('t' + number);
    if (text && one('text').hidden) { view('text'); }
    return text;
  }

  function toEvidence(number) {
    mark(number);
    show('plan');
    var target = evidence(number);
    if (target) { target.scrollIntoView({block: 'center'}); }
  }

  function toCard(number) {
    show('findings');
    var card = one('f' + number);
    if (card.hidden) { reset(); }
    mark(number);
    card.scrollIntoView({block: 'nearest'});
    card.focus({preventScroll: true});
  }

  // On a wide screen both sides move together; on a phone one side is seen at a time.
  function choose(number) {
    toCard(number);
    var target = evidence(number);
    if (target && window.innerWidth >= 900) { target.scrollIntoView({block: 'center'}); }
  }

  function step(by) {
    var list = shown();
    if (!list.length) { return; }
    var at = list.findIndex(function (card) { return card.dataset.f === current; });
    choose(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length].dataset.f);
  }

  function filter() {
    var rule = one('rule').value;
    var severities = all('input[name=severity]:checked').map(function (box) { return box.value; });
    cards.forEach(function (card) {
      card.hidden = severities.indexOf(card.dataset.severity) < 0 || rule !== '' && card.dataset.rule !== rule;
    });
    all('.group').forEach(function (group) { group.hidden = !group.querySelector('.finding:not([hidden])'); });
    var numbers = shown().map(function (card) { return card.dataset.f; });
    all('mark, .ref, .frame').forEach(function (element) {
      var on = element.dataset.f.split(' ').some(function (number) { return numbers.indexOf(number) >= 0; });
      element.classList.toggle('off', !on);
    });
    var at = numbers.indexOf(current);
    one('position').textContent = (at < 0 ? '– / ' : at + 1 + ' / ') + numbers.length;
  }

  function reset() {
    all('input[name=severity]').forEach(function (box) { box.checked = true; });
    one('rule').value = '';
    filter();
  }

  if (!cards.length) { return; }
  all('input[name=severity]').forEach(function (box) { box.addEventListener('change', filter); });
  one('rule').addEventListener('change', filter);
  one('next').addEventListener('click', function () { step(1); });
  one('previous').addEventListener('click', function () { step(-1); });
  filter();

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a.show, a.ref, a.frame, a.why, mark');
    if (!link) { return; }
    if (link.classList.contains('why')) {
      one(link.getAttribute('href').slice(1)).open = true;
      return;
    }
    event.preventDefault();
    var number = link.dataset.f.split(' ')[0];
    if (link.classList.contains('show')) { toEvidence(number); } else { toCard(number); }
  });

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'checkbox') { return; }
    var key = event.key;
    if (key === 'j' || key === 'n') { step(1); }
    else if (key === 'k' || key === 'p') { step(-1); }
    else if (key === 'Enter' && current && !/^(BUTTON|A|SUMMARY)$/.test(event.target.tagName)) { toEvidence(current); }
    else if (key === 'Escape' && current) { toCard(current); }
    else { return; }
    event.preventDefault();
  });
})();
