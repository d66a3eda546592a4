package org.planlint.audit;

import java.io.IOException;
import java.nio.file.Path;
import org.planlint.text.Shown;

/** Another process has what is remembered of a folder of results: two at once would write over each other. */
public final class AlreadyRunning extends IOException {
    private static final long serialVersionUID = 1L;

    AlreadyRunning(Path file, Throwable cause) {
        super(
                Shown.line(file.toString())
                        + ": một lượt audit khác đang chạy trên thư mục này, chờ nó xong hoặc chọn thư mục khác / another audit is"
                        + " running in this folder, wait for it or name another",
                cause);
    }
}
