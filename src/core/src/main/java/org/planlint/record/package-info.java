/** The records that travel with files: read from packages, lists and document systems, and written from documents. */
package org.planlint.record;
