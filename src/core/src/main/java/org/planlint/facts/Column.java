package org.planlint.facts;

/** In which half of the page a line stands, as far as cells, tabs or its place on the page say so. */
public enum Column {
    LEFT,
    /** Over the middle, or in a single column. */
    MIDDLE,
    RIGHT
}
