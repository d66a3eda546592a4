/** An audit on many machines: Spark deals the files out, gathers what belongs together, and writes what is said. */
package org.planlint.spark;
