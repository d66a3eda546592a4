package org.planlint.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.Text;
import scala.Tuple2;

/** Files as they are packed: each under its name. */
record Packing(Iterator<Item> items, Configuration hadoop) implements Iterator<Tuple2<Text, BytesWritable>> {
    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    @Override
    public Tuple2<Text, BytesWritable> next() {
        Item item = items.next();
        try {
            byte[] bytes = item.bytes() != null ? item.bytes() : read(new Path(item.uri()));
            return new Tuple2<>(new Text(item.name()), new BytesWritable(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(Path file) throws IOException {
        try (InputStream in = file.getFileSystem(hadoop).open(file)) {
            return in.readAllBytes();
        }
    }
}
