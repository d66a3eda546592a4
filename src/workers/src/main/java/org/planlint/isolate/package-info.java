/** Files in worker processes: what one does to its reader costs that file a status, and no other file anything. */
package org.planlint.isolate;
