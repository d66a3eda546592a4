/** What a host sees of the plugin. Of no library, so that it is shared without harm. */
package org.planlint.spi;
