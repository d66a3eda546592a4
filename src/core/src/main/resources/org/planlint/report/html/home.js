(function () {
  'use strict';
  var root = document.documentElement;
  var PAGE = 50;
  var AT_ONCE = 2;
  function one(id) { return document.getElementById(id); }
  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }

  if (!one('drop')) { return; }

  function words(key) {
    var known = one('w-' + key);
    var element = document.createElement('span');
    if (known) { element.append.apply(element, Array.from(known.cloneNode(true).childNodes)); } else { element.textContent = key; }
    return element;
  }

  function verdict(word) {
    var element = words(word);
    element.className = 'verdict-' + word;
    return element;
  }

  /** A cell under the heading at the same place, whose words it bears where the table is shown as cards. */
  function cell(row, content, kind) {
    var element = document.createElement('td');
    if (content instanceof Node) { element.appendChild(content); } else { element.textContent = content === undefined || content === null ? '' : content; }
    if (kind) { element.className = 'n ' + (content ? kind : 'zero'); }
    var heading = row.parentNode.parentNode.tHead.rows[0].cells[row.cells.length];
    if (row.cells.length) {
      element.dataset.vi = heading.querySelector('.vi').textContent;
      element.dataset.en = heading.querySelector('.en').textContent;
    }
    row.appendChild(element);
    return element;
  }

  function link(id, name) {
    var element = document.createElement('a');
    element.href = '/v1/reports/' + encodeURIComponent(id) + '?format=html';
    element.textContent = name;
    return element;
  }

  // ---- sending, a few at a time ----
  var waiting = [];
  var under = 0;

  function send(file) {
    one('sent').hidden = false;
    var row = document.createElement('tr');
    one('sent').querySelector('tbody').prepend(row);
    cell(row, file.name);
    cell(row, words('waiting')).className = 'state';
    waiting.push({file: file, row: row, stage: one('stage').value, keep: one('keep') && one('keep').checked});
    next();
  }

  function next() {
    while (under < AT_ONCE && waiting.length) {
      under++;
      transfer(waiting.shift());
    }
  }

  function say(row, content) {
    var state = row.cells[1];
    state.textContent = '';
    state.append.apply(state, content);
  }

  function transfer(job) {
    var request = new XMLHttpRequest();
    var bar = document.createElement('progress');
    bar.max = 100;
    bar.setAttribute('aria-label', one('w-progress').textContent + ' ' + job.file.name);
    request.open('POST', '/v1/check?name=' + encodeURIComponent(job.file.name) + '&stage=' + job.stage + '&keep=' + Boolean(job.keep));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', function (event) {
      if (event.lengthComputable) {
        bar.value = Math.round(event.loaded / event.total * 100);
        say(job.row, [bar, ' ', words('sending'), ' ' + bar.value + ' %']);
      }
    });
    request.upload.addEventListener('load', function () {
      bar.removeAttribute('value');
      say(job.row, [bar, ' ', words('checking')]);
    });
    request.addEventListener('load', function () { answered(job, request); });
    request.addEventListener('error', function () {
      say(job.row, [words('unsent')]);
      done();
    });
    say(job.row, [bar, ' ', words('sending')]);
    request.send(job.file);
  }

  function answered(job, request) {
    // What is too much now is sent again when the service says.
    if (request.status === 429 || request.status === 503) {
      say(job.row, [words('waiting')]);
      setTimeout(function () { waiting.push(job); done(); }, 1000 * (Number(request.getResponseHeader('Retry-After')) || 1));
      return;
    }
    var place = request.getResponseHeader('Location');
    var json = {};
    try { json = JSON.parse(request.responseText); } catch (broken) { json = {title: String(request.status), detail: ''}; }
    job.row.textContent = '';
    cell(job.row, place ? link(place.split('/').pop(), job.file.name) : job.file.name);
    if (place) {
      cell(job.row, verdict(request.getResponseHeader('X-PlanLint-Verdict'))).className = 'state';
      cell(job.row, json.summary.errors, 'error');
      cell(job.row, json.summary.warnings, 'warning');
      cell(job.row, json.summary.infos, 'info');
    } else {
      cell(job.row, root.dataset.lang === 'en' ? json.detail : json.title).className = 'unread';
    }
    one('said').textContent = job.file.name + ': ' + job.row.cells[1].innerText;
    done();
    if (one('recent')) { list(); }
  }

  function done() {
    under--;
    next();
  }

  function sendAll(files) { Array.from(files).forEach(send); }

  one('file').addEventListener('change', function () { sendAll(this.files); this.value = ''; });
  one('drop').addEventListener('dragover', function (event) { event.preventDefault(); this.classList.add('over'); });
  one('drop').addEventListener('dragleave', function () { this.classList.remove('over'); });
  one('drop').addEventListener('drop', function (event) { event.preventDefault(); this.classList.remove('over'); sendAll(event.dataTransfer.files); });

  if (!one('recent')) { return; }

  // ---- the list ----
  var asked = {verdict: '', sort: 'received', order: 'down', from: 0};
  var turn = 0;

  /** 2024-04-15 as 15/04/2024, 2024-04 as 04/2024. */
  function day(iso) { return (iso || '').split('-').reverse().join('/'); }

  function counts(header) {
    var all_ = 0;
    var each = {};
    (header || '').split(', ').forEach(function (pair) {
      var at = pair.split('=');
      each[at[0]] = Number(at[1]);
      all_ += each[at[0]] || 0;
    });
    each[''] = all_;
    all('#counts button').forEach(function (button) {
      button.querySelector('b').textContent = each[button.dataset.verdict] || 0;
      button.setAttribute('aria-pressed', String(button.dataset.verdict === asked.verdict));
    });
    return each[asked.verdict] || 0;
  }

  function list() {
    var own = ++turn;
    var query = new URLSearchParams({search: one('search').value, verdict: asked.verdict, sort: asked.sort, order: asked.order, from: asked.from, most: PAGE});
    fetch('/v1/reports?' + query, {headers: {Accept: 'application/json'}})
      .then(function (answer) { return answer.json().then(function (reports) { return {reports: reports, counts: answer.headers.get('X-PlanLint-Counts')}; }); })
      .then(function (got) {
        // Of two answers the one to the later question counts.
        if (own === turn) { show(got.reports, counts(got.counts)); }
      });
  }

  function show(reports, found) {
    var body = one('recent').tBodies[0];
    body.textContent = '';
    reports.forEach(function (report) {
      var row = document.createElement('tr');
      body.appendChild(row);
      cell(row, link(report.id, report.name));
      cell(row, report.number);
      cell(row, day(report.issued));
      cell(row, report.agency);
      cell(row, report.sender || words('here'));
      cell(row, new Date(report.received).toLocaleString(root.dataset.lang, {day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit'}));
      cell(row, verdict(report.verdict));
      // What is no plan, or was not read, has not passed.
      var judged = report.verdict === 'acceptable' || report.verdict === 'not-acceptable';
      cell(row, judged ? report.errors : report.errors || '', 'error');
      cell(row, judged ? report.warnings : report.warnings || '', 'warning');
      cell(row, judged ? report.infos : report.infos || '', 'info');
    });
    one('none').hidden = reports.length > 0;
    one('position').textContent = reports.length ? (asked.from + 1) + '–' + (asked.from + reports.length) + ' / ' + found : '';
    one('previous').disabled = asked.from === 0;
    one('next').disabled = asked.from + PAGE >= found;
    all('#recent th').forEach(function (heading) {
      var sorted = heading.firstChild.dataset.sort === asked.sort;
      if (sorted) { heading.setAttribute('aria-sort', asked.order === 'up' ? 'ascending' : 'descending'); } else { heading.removeAttribute('aria-sort'); }
    });
    one('sort').value = asked.sort;
  }

  function ask(changes) {
    Object.assign(asked, {from: 0}, changes);
    list();
  }

  /** Names go up from A, figures and days down from the greatest, and back at the second time. */
  function sortBy(column) {
    var first = /^(name|number|agency|sender|verdict)$/.test(column) ? 'up' : 'down';
    ask({sort: column, order: asked.sort === column ? (asked.order === 'up' ? 'down' : 'up') : first});
  }

  one('search').addEventListener('input', function () { ask({}); });
  all('#counts button').forEach(function (button) { button.addEventListener('click', function () { ask({verdict: button.dataset.verdict}); }); });
  all('.sort').forEach(function (button) { button.addEventListener('click', function () { sortBy(button.dataset.sort); }); });
  one('sort').addEventListener('change', function () { sortBy(this.value); });
  one('previous').addEventListener('click', function () { ask({from: Math.max(0, asked.from - PAGE)}); });
  one('next').addEventListener('click', function () { ask({from: asked.from + PAGE}); });
  one('language').addEventListener('click', list);
  list();
})();
