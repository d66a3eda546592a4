package org.planlint.ocr;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.SynchronousQueue;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tesseract.FileReader;
import org.bytedeco.tesseract.StringVector;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.planlint.extract.ocr.Tesseract;
import org.planlint.text.Sha256;

/**
 * A process that reads pictures: it says which engine and data it has, then answers each picture on standard input with hOCR
 * on standard output. A fault of the native libraries ends it alone; the end of who asks ends it at once.
 */
final class ReaderMain {
    private static final String DATA = Tesseract.LANGUAGE + ".traineddata";

    private ReaderMain() {}

    /** @param segmentation Tesseract's number for how the text lies */
    record Question(int segmentation, int dotsPerInch, int width, int height, byte[] shades) {
        static Question from(DataInputStream in) throws IOException {
            int segmentation = in.readInt();
            int dotsPerInch = in.readInt();
            int width = in.readInt();
            int height = in.readInt();
            byte[] shades = new byte[width * height];
            in.readFully(shades);
            return new Question(segmentation, dotsPerInch, width, height, shades);
        }

        void to(DataOutputStream out) throws IOException {
            out.writeInt(segmentation);
            out.writeInt(dotsPerInch);
            out.writeInt(width);
            out.writeInt(height);
            out.write(shades);
            out.flush();
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        byte[] data = data();
        try (TessBaseAPI engine = new TessBaseAPI()) {
            if (engine.Init(
                            new BytePointer(data),
                            data.length,
                            new BytePointer(Tesseract.LANGUAGE),
                            tesseract.OEM_DEFAULT,
                            (BytePointer) null,
                            0,
                            (StringVector) null,
                            null,
                            false,
                            (FileReader) null)
                    != 0) {
                throw new IOException(DATA + " is no data of Tesseract");
            }
            engine.SetVariable(Tesseract.THRESHOLDS, Tesseract.LOCAL);
            out.writeUTF(TessBaseAPI.Version().getString() + " " + Tesseract.LANGUAGE + " " + Sha256.shortHex(data));
            out.flush();
            SynchronousQueue<Question> questions = questions();
            while (true) {
                byte[] hocr = read(engine, questions.take());
                out.writeInt(hocr.length);
                out.write(hocr);
                out.flush();
            }
        }
    }

    private static byte[] data() throws IOException {
        try (InputStream in = ReaderMain.class.getResourceAsStream(DATA)) {
            return in.readAllBytes();
        }
    }

    /** They are listened for while one is answered, so that the end of standard input is heard whenever it comes. */
    private static SynchronousQueue<Question> questions() {
        SynchronousQueue<Question> questions = new SynchronousQueue<>();
        Thread ear = new Thread(
                () -> {
                    try (DataInputStream in =
                            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
                        while (true) {
                            questions.put(Question.from(in));
                        }
                    } catch (EOFException nobodyAsks) {
                        Runtime.getRuntime().halt(0);
                    } catch (IOException | InterruptedException e) {
                        Runtime.getRuntime().halt(1);
                    }
                },
                "planlint-ear");
        ear.setDaemon(true);
        ear.start();
        return questions;
    }

    private static byte[] read(TessBaseAPI engine, Question question) throws IOException {
        engine.SetPageSegMode(question.segmentation());
        engine.SetVariable("user_defined_dpi", String.valueOf(question.dotsPerInch()));
        engine.SetImage(question.shades(), question.width(), question.height(), 1, question.width());
        BytePointer hocr = engine.GetHOCRText(0);
        if (hocr == null) {
            throw new IOException("the engine failed");
        }
        try {
            return hocr.getStringBytes();
        } finally {
            tesseract.TessDeleteText(hocr);
            engine.Clear();
        }
    }
}
