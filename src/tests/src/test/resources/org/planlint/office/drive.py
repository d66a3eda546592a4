"""Opens files in a running Writer, checks them by the extension's command, says what comments there are, and clears them.

drive.py PIPE FILE...: one JSON object a file: its comments as [author, words they are on, text], and how many are left after clearing.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

ANNOTATION = "com.sun.star.text.textfield.Annotation"


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while True:
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except NoConnectException:
            time.sleep(0.2)


def value(name, what):
    return PropertyValue(name, 0, what, 0)


def comments(document):
    found = []
    fields = document.getTextFields().createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService(ANNOTATION):
            found.append([field.Author, field.getAnchor().getString(), field.Content])
    return found


def main():
    context = connect(sys.argv[1])
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for file in sys.argv[2:]:
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(file), "_blank", 0, (value("Hidden", True),))
        # Somebody's own comment stays.
        own = document.createInstance(ANNOTATION)
        own.Author, own.Content = "Trưởng phòng", "Xem lại."
        text = document.getText()
        text.insertTextContent(text.createTextCursor(), own, False)
        frame = document.getCurrentController().getFrame()
        dispatcher.executeDispatch(frame, "vnd.planlint:check", "", 0, (value("Quiet", True),))
        written = comments(document)
        dispatcher.executeDispatch(frame, "vnd.planlint:clear", "", 0, (value("Quiet", True),))
        print(json.dumps({"written": written, "left": comments(document)}, ensure_ascii=False), flush=True)
        document.close(True)
    desktop.terminate()


main()
