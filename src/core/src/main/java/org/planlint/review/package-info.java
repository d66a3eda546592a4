/** What reviewers have settled: waivers, and the baseline of findings that are known. */
package org.planlint.review;
