package org.planlint.parse;

/** A line of which is known to what part of the document it belongs. */
class ZonedLine extends BareLine {
    enum Zone {
        HEAD,
        TITLE,
        BODY,
        SIGNATURE,
        ANNEX,
        COVER
    }

    final Zone zone;
    /** 0 for the plan, 1 and on for its annexes. */
    final int part;

    ZonedLine(BareLine line, Zone zone, int part) {
        super(line);
        this.zone = zone;
        this.part = part;
    }

    ZonedLine(ZonedLine same) {
        this(same, same.zone, same.part);
    }
}
