package org.planlint.config;

/** Whether pages that are pictures are read. */
public enum Recognition {
    /** Where an engine is found. */
    AUTO,
    OFF,
    /** Without an engine nothing is checked at all. */
    REQUIRE
}
