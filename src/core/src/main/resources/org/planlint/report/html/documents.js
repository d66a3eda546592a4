(function () {
  'use strict';
  var root = document.documentElement;
  var PAGE = 200;
  function one(id) { return document.getElementById(id); }
  var data = JSON.parse(one('data').textContent);
  var at = 0;
  var found = [];

  one('language').addEventListener('click', function () {
    var next = root.dataset.lang === 'vi' ? 'en' : 'vi';
    root.dataset.lang = next;
    root.lang = next;
    one('language').textContent = next === 'vi' ? 'English' : 'Tiếng Việt';
  });

  function plain(text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase(); }

  /** What the address asks for: #year=2023, #rule=event-year, #severity=error, #eyes=first. */
  function asked() {
    var parts = location.hash.slice(1).split('=');
    return parts.length === 2 ? {kind: parts[0], value: decodeURIComponent(parts[1])} : null;
  }

  function fits(row, ask) {
    if (!ask) { return true; }
    if (ask.kind === 'eyes') { return row.confidence !== undefined; }
    if (ask.kind === 'severity') { return row[ask.value] > 0; }
    if (ask.kind === 'rule') { return (row.rule || []).indexOf(ask.value) >= 0; }
    return String(row[ask.kind]) === ask.value;
  }

  /** Scans that a person should look at first: with unread pages, of little confidence, with much to review. */
  function needier(a, b) {
    return b.unread - a.unread || a.confidence - b.confidence || b.review - a.review;
  }

  function cell(row, text, name) {
    var element = document.createElement('td');
    element.textContent = text === undefined || text === null ? '' : text;
    if (name) { element.className = 'n ' + (text ? name : 'zero'); }
    row.appendChild(element);
    return element;
  }

  function show() {
    var body = one('rows');
    body.textContent = '';
    found.slice(at, at + PAGE).forEach(function (document_) {
      var row = document.createElement('tr');
      var name = cell(row, '');
      if (document_.page) {
        var link = document.createElement('a');
        link.href = document_.page;
        link.textContent = document_.path;
        name.appendChild(link);
      } else {
        name.textContent = document_.path;
      }
      cell(row, document_.number);
      cell(row, document_.agency);
      cell(row, document_.date);
      var status = cell(row, '');
      status.innerHTML = one('s-' + document_.status).innerHTML;
      if (document_.type) { status.appendChild(document.createTextNode(' (' + document_.type + ')')); }
      cell(row, document_.error, 'error');
      cell(row, document_.warning, 'warning');
      cell(row, document_.info, 'info');
      cell(row, document_.confidence === undefined ? '' : document_.confidence + ' %').className = 'n';
      cell(row, document_.review).className = 'n';
      body.appendChild(row);
    });
    one('position').textContent = found.length ? (at + 1) + '–' + Math.min(at + PAGE, found.length) + ' / ' + found.length : '0';
    one('previous').disabled = at === 0;
    one('next').disabled = at + PAGE >= found.length;
  }

  function sift() {
    var ask = asked();
    var words = plain(one('search').value);
    found = data.filter(function (row) {
      return fits(row, ask) && (!words || plain([row.path, row.number, row.agency, row.date].join(' ')).indexOf(words) >= 0);
    });
    if (ask && ask.kind === 'eyes') { found.sort(needier); }
    at = 0;
    one('by').textContent = ask ? ask.kind + ': ' + ask.value : '';
    one('all').hidden = !ask;
    one('found').textContent = found.length;
    show();
  }

  one('search').addEventListener('input', sift);
  window.addEventListener('hashchange', sift);
  one('previous').addEventListener('click', function () { at -= PAGE; show(); });
  one('next').addEventListener('click', function () { at += PAGE; show(); });
  sift();
})();
