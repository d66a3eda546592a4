/** The report to read: the plan on one side, the findings on the other. */
package org.planlint.report.html;
