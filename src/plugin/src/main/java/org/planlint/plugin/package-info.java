/** The plugin for a host that speaks Java. */
package org.planlint.plugin;
