/** What was read of a file, as plain records: paragraphs, tables, spans, layout, and what the reader could not see. Of no library. */
package org.planlint.text;
