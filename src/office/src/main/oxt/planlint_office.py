"""The commands of the menu: checks the open document, clears the comments."""

import os
import tempfile

import uno
import unohelper
from com.sun.star.awt.MessageBoxButtons import BUTTONS_OK
from com.sun.star.awt.MessageBoxType import ERRORBOX, INFOBOX
from com.sun.star.beans import PropertyValue
from com.sun.star.frame import XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo

import planlint_client
import planlint_comments

NAME = "org.planlint.office.Commands"
EXTENSION = "org.planlint.office"
PROTOCOL = "vnd.planlint:"
# How the formats that PlanLint reads are called here; what has another is checked as odt.
ENDINGS = {"MS Word 2007 XML": ".docx", "Office Open XML Text": ".docx", "MS Word 97": ".doc", "writer8": ".odt"}


class Commands(unohelper.Base, XInitialization, XServiceInfo, XDispatchProvider, XDispatch):
    def __init__(self, context, *_):
        self.context = context
        self.frame = None

    def initialize(self, arguments):
        if arguments:
            self.frame = arguments[0]

    def queryDispatch(self, url, target, flags):
        return self if url.Protocol == PROTOCOL else None

    def queryDispatches(self, requests):
        return tuple(self.queryDispatch(r.FeatureURL, r.FrameName, r.SearchFlags) for r in requests)

    def addStatusListener(self, listener, url):
        pass

    def removeStatusListener(self, listener, url):
        pass

    def dispatch(self, url, arguments):
        quiet = any(a.Name == "Quiet" and a.Value for a in arguments or ())
        document = self.frame.getController().getModel()
        document.getUndoManager().enterUndoContext("PlanLint")
        try:
            said = self.check(document) if url.Path == "check" else self.clear(document)
            kind = INFOBOX
        except planlint_client.NoAnswer as error:
            said, kind = str(error), ERRORBOX
        finally:
            document.getUndoManager().leaveUndoContext()
        if not quiet:
            window = self.frame.getContainerWindow()
            window.getToolkit().createMessageBox(window, kind, BUTTONS_OK, "PlanLint", said).execute()

    def check(self, document):
        planlint_comments.clear(document)
        name, content = self.file(document)
        answer = planlint_client.check(name, content, self.program())
        if answer.get("error"):
            return "%s %s" % (answer["error"].get("message", ""), answer["error"].get("help", ""))
        written = planlint_comments.write(document, answer.get("findings", ()))
        if answer.get("scope") == "not-a-plan":
            return "Đây không phải kế hoạch: các quy tắc về kế hoạch không áp dụng."
        return "Không thấy chỗ nào sai." if written == 0 else "%d chỗ cần xem, mỗi chỗ một bình luận." % written

    def clear(self, document):
        return "Đã bỏ %d bình luận." % planlint_comments.clear(document)

    def file(self, document):
        """The name and bytes of what is open: the file itself where nothing was changed since, else what would be saved."""
        filter_name = next((a.Value for a in document.getArgs() if a.Name == "FilterName"), "")
        ending = ENDINGS.get(filter_name, ".odt")
        url = document.getURL()
        if url.startswith("file:") and filter_name in ENDINGS and not document.isModified():
            path = uno.fileUrlToSystemPath(url)
            with open(path, "rb") as file:
                return os.path.basename(path), file.read()
        handle, path = tempfile.mkstemp(ending, "planlint")
        os.close(handle)
        try:
            arguments = (PropertyValue("FilterName", 0, filter_name if filter_name in ENDINGS else "writer8", 0),)
            document.storeToURL(uno.systemPathToFileUrl(path), arguments)
            with open(path, "rb") as file:
                title = os.path.splitext(document.getTitle())[0].replace(os.sep, "-") or "ke-hoach"
                return title + ending, file.read()
        finally:
            os.remove(path)

    def program(self):
        information = self.context.getByName("/singletons/com.sun.star.deployment.PackageInformationProvider")
        return os.path.join(uno.fileUrlToSystemPath(information.getPackageLocation(EXTENSION)), "planlint.jar")

    def getImplementationName(self):
        return NAME

    def supportsService(self, name):
        return name == NAME

    def getSupportedServiceNames(self):
        return (NAME,)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Commands, NAME, (NAME, "com.sun.star.frame.ProtocolHandler"))
