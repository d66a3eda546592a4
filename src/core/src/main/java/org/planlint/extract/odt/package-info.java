/** Odt, with its styles and list numbers. */
package org.planlint.extract.odt;
