package org.planlint.ocr;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.xml.stream.XMLStreamException;
import org.planlint.extract.ocr.BundledEngine;
import org.planlint.extract.ocr.GreyPicture;
import org.planlint.extract.ocr.Hocr;
import org.planlint.extract.ocr.Recognizer;
import org.planlint.extract.ocr.Tesseract;

/** The Tesseract that lies in this program: it reads as the installed one does. */
public final class BundledTesseract implements BundledEngine {
    /** One for the whole program, whose processes wait for the next file. */
    private static final class Once {
        static final Optional<Recognizer> READER = start();
    }

    @Override
    public Optional<Recognizer> find() {
        return Once.READER;
    }

    private static Optional<Recognizer> start() {
        try {
            return Optional.of(new Reader(new ReaderProcess()));
        } catch (IOException | Recognizer.Unrecognised foreignMachine) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static final class Reader implements Recognizer {
        private final String identity;
        /** As many as pictures were read at once. */
        private final ConcurrentLinkedDeque<ReaderProcess> idle = new ConcurrentLinkedDeque<>();

        Reader(ReaderProcess first) {
            identity = "bundled tesseract " + first.engine() + " " + Tesseract.THRESHOLDS + "=" + Tesseract.LOCAL;
            idle.push(first);
        }

        @Override
        public String identity() {
            return identity;
        }

        private ReaderProcess free() throws IOException, Unrecognised, InterruptedException {
            for (ReaderProcess process = idle.poll(); process != null; process = idle.poll()) {
                if (process.isAlive()) {
                    return process;
                }
            }
            return new ReaderProcess();
        }

        @Override
        public List<Line> read(GreyPicture picture, Layout layout) throws Unrecognised, InterruptedException {
            ReaderMain.Question question = new ReaderMain.Question(
                    Tesseract.segmentation(layout),
                    picture.dotsPerInch(),
                    picture.width(),
                    picture.height(),
                    picture.shades());
            try {
                ReaderProcess process = free();
                byte[] hocr = process.ask(question);
                idle.push(process);
                return Hocr.lines(hocr);
            } catch (IOException | XMLStreamException e) {
                throw new Unrecognised("tesseract: " + e.getMessage(), e);
            }
        }
    }
}
