"""Writes findings as comments at the words of a text document, and takes them away again."""

import datetime
import unicodedata

AUTHOR = "PlanLint"
SEVERITIES = {"error": "LỖI", "warning": "CẢNH BÁO", "info": "GỢI Ý"}
ANNOTATION = "com.sun.star.text.textfield.Annotation"


def write(document, findings):
    """A comment for each finding that is not let pass; how many there are."""
    lines = _lines(document)
    # All places are found before the first comment is written, which would move them.
    places = [(f, _place(document, f, lines)) for f in findings if not f.get("waiver")]
    for finding, cursor in places:
        comment = document.createInstance(ANNOTATION)
        comment.Author = AUTHOR
        comment.Content = _words(finding)
        comment.DateTimeValue = _now()
        cursor.getText().insertTextContent(cursor, comment, not cursor.isCollapsed())
    return len(places)


def clear(document):
    """Takes PlanLint's comments away, and no one else's; how many there were."""
    ours = [f for f in _all(document.getTextFields()) if f.supportsService(ANNOTATION) and f.Author == AUTHOR]
    for comment in ours:
        comment.getAnchor().getText().removeTextContent(comment)
    return len(ours)


def _words(finding):
    head = "%s · %s" % (SEVERITIES.get(finding["severity"], finding["severity"]), finding["rule"])
    return "\n".join(part for part in (head, finding["message"], finding.get("advice"), finding.get("citation")) if part)


def _lines(document):
    """Each paragraph with the place of its first character in the text and its letters without spaces."""
    paragraphs = list(_paragraphs(document.getText()))
    for frame in _all(document.getTextFrames()):
        paragraphs += _paragraphs(frame.getText())
    lines, offset = [], 0
    for paragraph in paragraphs:
        text = paragraph.getString()
        lines.append((paragraph, offset, _squeeze(text)[0]))
        offset += len(text) + 1
    return lines


def _place(document, finding, lines):
    """A cursor over the words at fault; at the start of the document where the finding has none, or they are not found."""
    evidence = finding.get("evidence") or ""
    start = (finding.get("location") or {}).get("start") or 0
    # The number of an automatic list stands before the words in the report alone.
    for words in (evidence, evidence.partition(" ")[2]):
        key = _squeeze(words)[0]
        found = [(abs(o - start), i, at) for i, (_, o, s) in enumerate(lines) for at in _occurrences(key, s)]
        if found:
            _, i, at = min(found)
            cursor = _cursor(lines[i][0], at, at + len(key))
            if cursor is not None:
                return cursor
    return document.getText().createTextCursorByRange(document.getText().getStart())


def _occurrences(key, text):
    at = text.find(key) if key else -1
    while at >= 0:
        yield at
        at = text.find(key, at + 1)


def _cursor(paragraph, start, end):
    """Over the characters from start to end, counted without spaces."""
    text = paragraph.getString()
    places = _squeeze(text)[1]
    if start >= len(places) or end <= start:
        return None
    first, last = places[start], places[min(end, len(places)) - 1] + 1
    begin, finish = _range(paragraph, first, False), _range(paragraph, last, True)
    if begin is None or finish is None:
        return None
    cursor = paragraph.getText().createTextCursorByRange(begin)
    cursor.gotoRange(finish, True)
    return cursor


def _range(paragraph, offset, is_end):
    """The place behind so many characters; a field is one step for a cursor, however long its words are."""
    passed = 0
    for portion in _all(paragraph):
        length = len(portion.getString())
        if passed + length > offset or is_end and passed + length == offset:
            if portion.TextPortionType != "Text":
                return portion.getEnd() if is_end else portion.getStart()
            cursor = paragraph.getText().createTextCursorByRange(portion.getStart())
            cursor.goRight(offset - passed, False)
            return cursor.getStart()
        passed += length
    return paragraph.getEnd() if is_end else None


def _squeeze(text):
    """The text in composed letters without its spaces, and where each of its characters stands."""
    out, places = [], []
    i = 0
    while i < len(text):
        j = i + 1
        while j < len(text) and unicodedata.combining(text[j]):
            j += 1
        for letter in unicodedata.normalize("NFC", text[i:j]):
            if not letter.isspace() and unicodedata.category(letter) not in ("Cc", "Cf"):
                out.append(letter)
                places.append(i)
        i = j
    return "".join(out), places


def _paragraphs(text):
    for block in _all(text):
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in block.getCellNames():
                yield from _paragraphs(block.getCellByName(name))
        elif block.supportsService("com.sun.star.text.Paragraph"):
            yield block


def _all(holder):
    items = holder.createEnumeration()
    while items.hasMoreElements():
        yield items.nextElement()


def _now():
    import uno

    now = datetime.datetime.now()
    stamp = uno.createUnoStruct("com.sun.star.util.DateTime")
    stamp.Year, stamp.Month, stamp.Day = now.year, now.month, now.day
    stamp.Hours, stamp.Minutes, stamp.Seconds = now.hour, now.minute, now.second
    return stamp
