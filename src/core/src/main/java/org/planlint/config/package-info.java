/** Reads {@code planlint.yaml} and files of waivers; whatever is wrong is said with its line and the nearest right name. */
package org.planlint.config;
