(function () {
  'use strict';
  function one(id) { return document.getElementById(id); }
  function plain(text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase(); }

  var body = one('table').tBodies[0];
  var rows = Array.prototype.map.call(body.rows, function (row) { return {row: row, words: plain(row.cells[0].textContent + ' ' + row.cells[1].textContent)}; });

  function sift() {
    var words = plain(one('search').value);
    var found = 0;
    rows.forEach(function (each) {
      each.row.hidden = each.words.indexOf(words) < 0;
      found += each.row.hidden ? 0 : 1;
    });
    one('found').textContent = found + ' / ' + rows.length;
  }

  Array.prototype.forEach.call(one('table').tHead.rows[0].cells, function (head, column) {
    var button = document.createElement('button');
    while (head.firstChild) { button.appendChild(head.firstChild); }
    button.type = 'button';
    head.appendChild(button);
    var figures = head.classList.contains('n');
    button.addEventListener('click', function () {
      var was = head.getAttribute('aria-sort');
      var down = was ? was === 'ascending' : figures;
      Array.prototype.forEach.call(head.parentNode.cells, function (cell) { cell.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      rows.sort(function (a, b) {
        var left = a.row.cells[column].textContent;
        var right = b.row.cells[column].textContent;
        var order = figures ? left - right : left.localeCompare(right, 'vi');
        return down ? -order : order;
      });
      rows.forEach(function (each) { body.appendChild(each.row); });
    });
  });

  one('search').addEventListener('input', sift);
  sift();
})();
