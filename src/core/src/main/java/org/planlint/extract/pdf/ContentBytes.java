package org.planlint.extract.pdf;

import java.io.IOException;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * The bytes of a page's or form's content as they are unpacked, those around the next of them in memory: a small file may unpack to any
 * length.
 */
final class ContentBytes implements RandomAccessRead {
    private static final int WINDOW = 1 << 15;
    /** So many bytes that were read stay, to be stepped back to. */
    private static final int BEHIND = 1 << 12;
    /** So many ahead lie in memory when a token begins. */
    private static final int AHEAD = 1 << 13;

    private final RandomAccessRead packed;
    private final byte[] bytes = new byte[WINDOW];
    /** The place of the next byte in the window, and of its end. */
    private int at;

    private int end;
    /** What lies before the window. */
    private long passed;

    private boolean whole;
    /** What reading behind the window came to, thrown when that is asked for. */
    private IOException broken;

    private boolean closed;

    ContentBytes(PDContentStream content) throws IOException {
        packed = content.getContentsForStreamParsing();
    }

    /** Looks ahead from the next byte. */
    void look() {
        if (end - at < AHEAD) {
            fill();
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    /** Goes to a place in the window. */
    void go(int place) {
        at = place;
    }

    int end() {
        return end;
    }

    /** Whether nothing follows behind the window. */
    boolean isWhole() {
        return whole;
    }

    private void fill() {
        if (whole || broken != null) {
            return;
        }
        if (at > BEHIND) {
            int gone = at - BEHIND;
            System.arraycopy(bytes, gone, bytes, 0, end - gone);
            passed += gone;
            at -= gone;
            end -= gone;
        }
        try {
            while (!whole && end < bytes.length) {
                int read = packed.read(bytes, end, bytes.length - end);
                end += Math.max(0, read);
                whole = read < 0 || read == 0 && packed.isEOF();
            }
        } catch (IOException behind) {
            broken = behind;
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
        if (end - at < length) {
            fill();
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
    public boolean isEOF() throws IOException {
        if (at == end) {
            fill();
        }
        if (at == end && broken != null) {
            throw broken;
        }
        return at == end;
    }

    @Override
    public long getPosition() {
        return passed + at;
    }

    @Override
    public void seek(long position) {
        throw new UnsupportedOperationException("content is read forwards");
    }

    @Override
    public long length() {
        throw new UnsupportedOperationException("content is read forwards");
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        throw new UnsupportedOperationException("content is read forwards");
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        packed.close();
    }
}
