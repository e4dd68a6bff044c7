"""A real browser without a screen, driven over a pipe: pages are opened, used, looked at and printed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

COMMAND = shutil.which("chromium") or shutil.which("google-chrome")
_WORDS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe")
_IN, _OUT = 3, 4
"""The descriptors on which the browser listens and answers."""


class Tab:
    """A page in the browser, and what it complained of."""

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive, self._rest, self._number = send, receive, b"", 0
        self._session: str | None = None
        self.complaints: list[str] = []
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self._ask(f"{domain}.enable")

    def _ask(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while (found := self._next()).get("id") != self._number:
            self._hear(found)
        assert "error" not in found, (method, found["error"])
        result: dict[str, Any] = found["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = os.read(self._receive, 1 << 20)
            assert piece, "the browser is gone"
            self._rest += piece
        one, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(one)
        return found

    def _hear(self, event: dict[str, Any]) -> None:
        if event.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
            self.complaints.append(json.dumps(event["params"]))

    def open(self, page: Path, *, width: int = 1300, height: int = 900, scheme: str = "light") -> None:
        """Open a file, in a window of a size, by somebody who likes it light or dark."""
        self._ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self._ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.complaints.clear()
        self._ask("Page.navigate", url=page.as_uri())
        while self._hear(found := self._next()) or found.get("method") != "Page.loadEventFired":
            pass

    def run(self, script: str) -> Any:
        """What an expression gives on the page."""
        found = self._ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press a key, as a hand does."""
        for kind in ("keyDown", "keyUp"):
            more = {"text": text} if text and kind == "keyDown" else {}
            self._ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **more)

    def scripts(self, *, allowed: bool) -> None:
        """Whether pages that are opened from now on may run any."""
        self._ask("Emulation.setScriptExecutionDisabled", value=not allowed)

    def picture(self, *, whole: bool = False) -> bytes:
        """The window, or the whole page, as a PNG."""
        found = self._ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        return b64decode(found["data"])

    def printed(self) -> bytes:
        """The page on paper, as its style sheet wants it."""
        return b64decode(self._ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])

    def names(self) -> list[tuple[str, str]]:
        """What a screen reader finds: the role and the name of everything."""
        nodes = self._ask("Accessibility.getFullAXTree")["nodes"]
        shown = (one for one in nodes if not one.get("ignored"))
        return [(one["role"]["value"], one.get("name", {}).get("value", "")) for one in shown]


@contextmanager
def browser() -> Iterator[Tab]:
    """One browser with one page, gone at the end."""
    (their_in, send), (receive, their_out) = os.pipe(), os.pipe()
    with TemporaryDirectory() as profile:
        words = f'exec "$@" {_IN}<&{their_in} {_OUT}>&{their_out}'
        command = ["/bin/bash", "-c", words, "browser", str(COMMAND), *_WORDS, f"--user-data-dir={profile}"]
        process = subprocess.Popen(command, pass_fds=(their_in, their_out), stderr=subprocess.DEVNULL)
        os.close(their_in)
        os.close(their_out)
        try:
            yield Tab(send, receive)
        finally:
            os.close(send)
            os.close(receive)
            try:
                process.wait(timeout=120)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
