/** The service over HTTP. */
package org.planlint.serve;
