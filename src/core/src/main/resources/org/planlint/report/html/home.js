(function () {
  'use strict';
  var root = document.documentElement;
  function one(id) { return document.getElementById(id); }

  one('language').addEventListener('click', function () {
    var next = root.dataset.lang === 'vi' ? 'en' : 'vi';
    root.dataset.lang = next;
    root.lang = next;
    one('language').textContent = next === 'vi' ? 'English' : 'Tiếng Việt';
  });
  if (!one('drop')) { return; }

  function cell(row, content, name) {
    var element = document.createElement('td');
    if (content instanceof Node) { element.appendChild(content); } else { element.textContent = content === undefined || content === null ? '' : content; }
    if (name) { element.className = 'n ' + (content ? name : 'zero'); }
    row.appendChild(element);
  }

  function link(id, name) {
    var element = document.createElement('a');
    element.href = '/v1/reports/' + id + '?format=html&lang=' + root.dataset.lang;
    element.textContent = name;
    return element;
  }

  function verdict(word) {
    var known = one('v-' + word);
    var element = document.createElement('b');
    element.className = 'verdict-' + word;
    if (known) { element.append.apply(element, Array.from(known.cloneNode(true).childNodes)); } else { element.textContent = word; }
    return element;
  }

  function send(file) {
    var table = one('sent');
    table.hidden = false;
    var row = document.createElement('tr');
    cell(row, file.name);
    cell(row, '…');
    table.tBodies[0].prepend(row);
    fetch('/v1/check?name=' + encodeURIComponent(file.name), {method: 'POST', body: file, headers: {'Content-Type': 'application/octet-stream'}})
      .then(function (answer) { return answer.json().then(function (json) { return {answer: answer, json: json}; }); })
      .then(function (got) {
        row.textContent = '';
        var place = got.answer.headers.get('Location');
        cell(row, place ? link(place.split('/').pop(), file.name) : file.name);
        cell(row, place ? verdict(got.answer.headers.get('X-PlanLint-Verdict')) : got.json.title + ' / ' + got.json.detail);
        var summary = got.json.summary || {};
        cell(row, summary.errors, 'error');
        cell(row, summary.warnings, 'warning');
        cell(row, summary.infos, 'info');
        list();
      })
      .catch(function (problem) { row.cells[1].textContent = String(problem); });
  }

  function sendAll(files) { Array.from(files).forEach(send); }

  one('file').addEventListener('change', function () { sendAll(this.files); this.value = ''; });
  one('drop').addEventListener('dragover', function (event) { event.preventDefault(); this.classList.add('over'); });
  one('drop').addEventListener('dragleave', function () { this.classList.remove('over'); });
  one('drop').addEventListener('drop', function (event) { event.preventDefault(); this.classList.remove('over'); sendAll(event.dataTransfer.files); });

  function list() {
    if (!one('recent')) { return; }
    fetch('/v1/reports?search=' + encodeURIComponent(one('search').value) + '&verdict=' + one('verdict').value)
      .then(function (answer) { return answer.json(); })
      .then(function (reports) {
        var body = one('recent').tBodies[0];
        body.textContent = '';
        reports.forEach(function (report) {
          var row = document.createElement('tr');
          cell(row, link(report.id, report.name));
          cell(row, report.number);
          cell(row, report.agency);
          cell(row, new Date(report.received).toLocaleString(root.dataset.lang));
          cell(row, verdict(report.verdict));
          cell(row, report.errors, 'error');
          cell(row, report.warnings, 'warning');
          cell(row, report.infos, 'info');
          body.appendChild(row);
        });
      });
  }

  if (one('recent')) {
    one('search').addEventListener('input', list);
    one('verdict').addEventListener('change', list);
    list();
  }
})();
