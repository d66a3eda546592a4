"""Asks PlanLint what is wrong with a file: the service of this machine where one answers, else the program that lies in the
extension. Knows nothing of the office, so that another pane can use it."""

import json
import os
import shutil
import subprocess
import urllib.error
import urllib.parse
import urllib.request

SERVICE = "http://127.0.0.1:8080"
# The service itself gives a file up after a minute.
LONGEST_S = 120


class NoAnswer(Exception):
    """Neither the service nor the program could say anything; the text is for people."""


def check(name, content, program, language="vi"):
    """What planlint-report/1 says of one document: a dict of its `documents`.

    name: the file's name with its ending; content: its bytes; program: path of planlint.jar.
    """
    service = os.environ.get("PLANLINT_URL", SERVICE).rstrip("/")
    if _is_planlint(service):
        return _by_service(service, name, content, language)
    return _by_program(program, name, content, language)


def _is_planlint(service):
    try:
        with urllib.request.urlopen(service + "/v1/health", timeout=2) as answer:
            return "version" in json.load(answer)
    except (OSError, ValueError):
        return False


def _by_service(service, name, content, language):
    query = urllib.parse.urlencode({"name": name, "lang": language})
    headers = {"Content-Type": "application/octet-stream", "Accept": "application/json"}
    if os.environ.get("PLANLINT_TOKEN"):
        headers["Authorization"] = "Bearer " + os.environ["PLANLINT_TOKEN"]
    request = urllib.request.Request(service + "/v1/check?" + query, content, headers)
    try:
        with urllib.request.urlopen(request, timeout=LONGEST_S) as answer:
            return _document(json.load(answer))
    except urllib.error.HTTPError as error:
        try:
            # A file that cannot be read is an answer too.
            return _document(json.load(error))
        except (ValueError, KeyError, IndexError):
            raise NoAnswer("Dịch vụ PlanLint từ chối (%d). / The service refused (%d)." % (error.code, error.code))
    except OSError as error:
        raise NoAnswer("Dịch vụ PlanLint không trả lời: %s" % error)


def _by_program(program, name, content, language):
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else shutil.which("java")
    if not java:
        raise NoAnswer("Cần Java 17 trở lên, hoặc dịch vụ PlanLint tại %s. / Needs Java 17 or the service." % SERVICE)
    import tempfile

    with tempfile.TemporaryDirectory(prefix="planlint") as folder:
        file = os.path.join(folder, name)
        with open(file, "wb") as out:
            out.write(content)
        report = os.path.join(folder, "report.json")
        command = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-jar", program, "check", "--lang", language]
        command += ["--format", "json", "--output", report, "--fail-on", "never", file]
        try:
            ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=LONGEST_S)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoAnswer("Không chạy được PlanLint: %s" % error)
        if not os.path.exists(report):
            raise NoAnswer("PlanLint: " + ended.stderr.decode("utf-8", "replace").strip())
        with open(report, encoding="utf-8") as answer:
            return _document(json.load(answer))


def _document(report):
    return report["documents"][0] if "documents" in report else report
