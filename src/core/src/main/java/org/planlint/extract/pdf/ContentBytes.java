package org.planlint.extract.pdf;

import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The unpacked content of a page or form, whole in memory: what breaks off ends there, and tells so when its end is reached. */
final class ContentBytes implements RandomAccessRead {
    /** A page of two million operators, the most that is read of one, has less. */
    private static final int LONGEST = 1 << 26;

    private static final int PIECE = 1 << 14;

    final byte[] bytes;
    final int end;
    /** The place of the next byte. */
    int at;

    private final IOException broken;
    private boolean closed;

    private ContentBytes(byte[] bytes, int end, IOException broken) {
        this.bytes = bytes;
        this.end = end;
        this.broken = broken;
    }

    static ContentBytes of(PDContentStream content) throws IOException {
        try (RandomAccessRead from = content.getContentsForStreamParsing()) {
            byte[] bytes = new byte[PIECE];
            int end = 0;
            try {
                for (int read = 0; read >= 0; end += Math.max(0, read)) {
                    if (end == LONGEST) {
                        throw PageBudget.tooLong(LONGEST);
                    }
                    if (end == bytes.length) {
                        bytes = Arrays.copyOf(bytes, end * 2);
                    }
                    read = from.read(bytes, end, bytes.length - end);
                    if (read == 0 && from.isEOF()) {
                        break;
                    }
                }
            } catch (IOException broken) {
                return new ContentBytes(bytes, end, broken);
            }
            return new ContentBytes(bytes, end, null);
        }
    }

    @Override
    public int read() throws IOException {
        return isEOF() ? -1 : bytes[at++] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (isEOF()) {
            return -1;
        }
        int read = Math.min(length, end - at);
        System.arraycopy(bytes, at, to, offset, read);
        at += read;
        return read;
    }

    @Override
    public int peek() throws IOException {
        return isEOF() ? -1 : bytes[at] & 0xFF;
    }

    @Override
    public void rewind(int count) {
        at = Math.max(0, at - count);
    }

    @Override
    public long getPosition() {
        return at;
    }

    @Override
    public void seek(long position) {
        at = (int) Math.max(0, Math.min(end, position));
    }

    @Override
    public long length() {
        return end;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() throws IOException {
        if (at < end) {
            return false;
        }
        if (broken != null) {
            throw broken;
        }
        return true;
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() {
        closed = true;
    }
}
