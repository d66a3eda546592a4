package org.planlint.extract;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Knows how many elements have begun. */
public final class CountingStream extends StreamReaderDelegate {
    private int elements;

    /** @param in a stream that has not begun */
    public CountingStream(XMLStreamReader in) {
        super(in);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == START_ELEMENT) {
            elements++;
        }
        return event;
    }

    /** The number of the element that began last, from 0; -1 before the first. */
    public int element() {
        return elements - 1;
    }
}
