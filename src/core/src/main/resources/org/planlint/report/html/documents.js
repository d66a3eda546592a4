(function () {
  'use strict';
  var root = document.documentElement;
  var PAGE = 200;
  var FILTERS = ['status', 'agency', 'year', 'severity', 'rule'];
  var SEVERITIES = ['error', 'warning', 'info'];
  function one(id) { return document.getElementById(id); }
  var data = JSON.parse(one('data').textContent);
  var names = JSON.parse(one('names').textContent);
  var at = 0;
  var found = [];
  var sorted = {key: null, down: false};

  function plain(text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase(); }
  function isRead(row) { return row.status === 'checked' || row.status === 'not-a-plan'; }
  function called(agency) { return agency ? (names.agency[agency] || [agency])[0] : ''; }
  function above(agency) { return agency && names.agency[agency] ? names.agency[agency][1] : null; }
  function spoken(text) { return root.dataset.lang === 'en' ? text.en : text.vi; }

  /** A word of the page in the language shown. */
  function word(id) { return one(id).querySelector('.' + root.dataset.lang).textContent; }

  /** What the address asks for: #year=2023&rule=event-year, #severity=error, #reason=encrypted, #eyes=first; year= is for none. */
  function asked() {
    var asks = {};
    location.hash.slice(1).split('&').forEach(function (part) {
      var cut = part.indexOf('=');
      if (cut > 0) { asks[part.slice(0, cut)] = decodeURIComponent(part.slice(cut + 1)); }
    });
    return asks;
  }

  function fits(row, kind, value) {
    if (kind === 'eyes') { return row.confidence !== undefined; }
    if (kind === 'fresh') { return row.fresh > 0; }
    if (kind === 'severity') { return row[value] > 0; }
    if (kind === 'rule') { return (row.rule || []).indexOf(value) >= 0; }
    if (kind === 'status' && value === 'not-read') { return !isRead(row); }
    if (kind === 'year' && value === '') { return isRead(row) && !row.year; }
    if (value === '') { return !row[kind]; }
    return String(row[kind]) === value;
  }

  /** Scans that a person should look at first: with unread pages, of little confidence, with much to review. */
  function needier(a, b) {
    return b.unread - a.unread || a.confidence - b.confidence || b.review - a.review;
  }

  function value(row, key) {
    if (key === 'agency') { return called(row.agency); }
    if (key === 'number') {
      var number = parseInt(row.number, 10);
      return isNaN(number) ? Infinity : number;
    }
    return row[key] === undefined || row[key] === null ? (key === 'path' || key === 'date' || key === 'status' ? '' : -1) : row[key];
  }

  function compare(a, b) {
    var left = value(a, sorted.key);
    var right = value(b, sorted.key);
    var order = typeof left === 'string' ? left.localeCompare(right, 'vi') : left - right;
    return (sorted.down ? -order : order) || 0;
  }

  /** A cell under a heading, whose words it bears where the table is shown as cards. */
  function cell(row, text, name, key) {
    var element = document.createElement('td');
    element.textContent = text === undefined || text === null ? '' : text;
    if (name) { element.className = 'n ' + (text ? name : 'zero'); }
    if (key) {
      element.dataset.vi = head(key, 'vi');
      element.dataset.en = head(key, 'en');
    }
    row.appendChild(element);
    return element;
  }

  function small(element, text) {
    var span = document.createElement('span');
    span.className = 'above';
    span.textContent = text;
    element.appendChild(span);
  }

  function head(key, language) { return document.querySelector('th[data-key="' + key + '"] .' + language).textContent; }

  function day(date) {
    var parts = (date || '').split('-');
    return parts.reverse().join('/');
  }

  function show() {
    var body = one('rows');
    var changes = document.querySelector('th[data-key=fresh]') !== null;
    body.textContent = '';
    found.slice(at, at + PAGE).forEach(function (document_) {
      var row = document.createElement('tr');
      var name = cell(row, '');
      name.className = 'main';
      var isolated = document.createElement('bdi');
      isolated.textContent = document_.path;
      if (document_.page) {
        var link = document.createElement('a');
        link.href = document_.page;
        link.appendChild(isolated);
        name.appendChild(link);
      } else {
        name.appendChild(isolated);
      }
      cell(row, document_.number);
      var agency = cell(row, called(document_.agency));
      if (above(document_.agency)) { small(agency, above(document_.agency)); }
      cell(row, day(document_.date)).className = 'day';
      var status = cell(row, '');
      status.className = 'status ' + document_.status;
      status.textContent = word('s-' + document_.status) + (document_.type ? ' (' + document_.type + ')' : '');
      if (document_.reason && names.reason[document_.reason]) { small(status, spoken(names.reason[document_.reason])); }
      // What is no plan, or was not read, has not passed.
      SEVERITIES.forEach(function (severity) { cell(row, document_.status === 'checked' ? document_[severity] : document_[severity] || '', severity, severity); });
      if (changes) { cell(row, document_.fresh || '', 'fresh', 'fresh'); }
      cell(row, document_.confidence === undefined ? '' : document_.confidence + ' %', 'plain', 'confidence').classList.add('scans');
      cell(row, document_.review, 'plain', 'review').classList.add('scans');
      body.appendChild(row);
    });
    one('position').textContent = found.length ? (at + 1) + '–' + Math.min(at + PAGE, found.length) + ' / ' + found.length : '0';
    one('previous').disabled = at === 0;
    one('next').disabled = at + PAGE >= found.length;
  }

  function sift() {
    var asks = asked();
    var kinds = Object.keys(asks);
    var words = plain(one('search').value);
    found = data.filter(function (row) {
      return kinds.every(function (kind) { return fits(row, kind, asks[kind]); })
        && (!words || searched(row).indexOf(words) >= 0);
    });
    if (sorted.key) { found.sort(compare); } else if (asks.eyes) { found.sort(needier); }
    at = 0;
    one('by').textContent = kinds.filter(function (kind) { return FILTERS.indexOf(kind) < 0; }).map(function (kind) {
      if (kind === 'eyes' || kind === 'fresh') { return word('s-' + kind); }
      if (kind === 'reason' && names.reason[asks.reason]) { return spoken(names.reason[asks.reason]); }
      return asks[kind];
    }).join(' · ');
    FILTERS.forEach(function (kind) { one('by-' + kind).value = kind in asks ? asks[kind] : '*'; });
    one('all').hidden = !kinds.length;
    one('found').textContent = found.length;
    show();
  }

  /** Made once a row, since each letter typed asks for all of them. */
  function searched(row) {
    if (row.words === undefined) {
      row.words = plain([row.path, row.number, called(row.agency), above(row.agency), row.date, day(row.date)].join(' '));
    }
    return row.words;
  }

  // ---- what can be chosen, with how many documents there are of each ----

  function counted(of) {
    var counts = {};
    data.forEach(function (row) { of(row).forEach(function (key) { counts[key] = (counts[key] || 0) + 1; }); });
    return counts;
  }

  function options(kind, counts, label, order) {
    var select = one('by-' + kind);
    while (select.options.length > 1) { select.remove(1); }
    Object.keys(counts).sort(order).forEach(function (key) { select.add(new Option(label(key) + ' (' + counts[key] + ')', key)); });
  }

  function fill() {
    var most = function (counts) { return function (a, b) { return counts[b] - counts[a]; }; };
    var statuses = counted(function (row) { return isRead(row) ? [row.status] : [row.status, 'not-read']; });
    options('status', statuses, function (key) { return word('s-' + key); }, most(statuses));
    var agencies = counted(function (row) { return [row.agency || '']; });
    options('agency', agencies, function (key) { return key ? called(key) : word('s-none'); }, function (a, b) {
      return called(a).localeCompare(called(b), 'vi');
    });
    var years = counted(function (row) { return isRead(row) ? [row.year || ''] : []; });
    options('year', years, function (key) { return key || word('s-none'); }, function (a, b) { return b - a; });
    var severities = counted(function (row) { return SEVERITIES.filter(function (severity) { return row[severity] > 0; }); });
    options('severity', severities, function (key) { return word('v-' + key); }, function (a, b) {
      return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
    });
    var rules = counted(function (row) { return row.rule || []; });
    options('rule', rules, function (key) { return names.rule[key] ? spoken(names.rule[key]) : key; }, most(rules));
  }

  FILTERS.forEach(function (kind) {
    one('by-' + kind).addEventListener('change', function () {
      var asks = asked();
      if (one('by-' + kind).value === '*') { delete asks[kind]; } else { asks[kind] = one('by-' + kind).value; }
      location.hash = Object.keys(asks).map(function (key) { return key + '=' + encodeURIComponent(asks[key]); }).join('&');
    });
  });

  Array.prototype.forEach.call(document.querySelectorAll('th[data-key]'), function (cell_) {
    var button = document.createElement('button');
    while (cell_.firstChild) { button.appendChild(cell_.firstChild); }
    button.type = 'button';
    cell_.appendChild(button);
    button.addEventListener('click', function () {
      var key = cell_.dataset.key;
      sorted = {key: key, down: sorted.key === key ? !sorted.down : cell_.classList.contains('n')};
      Array.prototype.forEach.call(cell_.parentNode.cells, function (other) { other.removeAttribute('aria-sort'); });
      cell_.setAttribute('aria-sort', sorted.down ? 'descending' : 'ascending');
      sift();
    });
  });

  one('language').addEventListener('click', function () {
    fill();
    sift();
  });

  if (!data.some(function (row) { return row.confidence !== undefined; })) { one('table').classList.add('typed'); }
  one('search').addEventListener('input', sift);
  window.addEventListener('hashchange', sift);
  one('previous').addEventListener('click', function () { at -= PAGE; show(); });
  one('next').addEventListener('click', function () { at += PAGE; show(); });
  fill();
  sift();
})();
