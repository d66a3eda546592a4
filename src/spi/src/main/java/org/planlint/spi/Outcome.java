package org.planlint.spi;

/**
 * What is said of one document.
 *
 * @param verdict  {@code acceptable}, {@code not-acceptable}, {@code not-a-plan} or {@code not-evaluable}
 * @param status   {@code checked}, or why it could not be
 * @param errors   findings of each severity
 * @param json     the report, {@code planlint-report/1}
 * @param html     the report as a page that needs nothing but itself
 */
public record Outcome(String verdict, String status, int errors, int warnings, int infos, String json, String html) {}
