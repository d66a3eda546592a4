/** Writes findings into copies of docx and pdf. */
package org.planlint.annotate;
