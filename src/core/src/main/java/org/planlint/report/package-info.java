/** What is said of a document (finding, report, verdict), and one writer a format. */
package org.planlint.report;
