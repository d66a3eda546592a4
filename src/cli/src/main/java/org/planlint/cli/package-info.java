/** The commands. */
package org.planlint.cli;
