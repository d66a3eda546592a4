/** Mends in a copy of a docx what can be mended without asking anybody, and takes back what heals nothing. */
package org.planlint.fix;
