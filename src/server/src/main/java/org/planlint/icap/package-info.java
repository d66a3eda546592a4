/** The gate behind a proxy: RFC 3507. */
package org.planlint.icap;
