/** What digital signatures say, read from their bytes: CMS (RFC 5652), X.509 and XML signatures, by the JDK alone. */
package org.planlint.extract.signed;
