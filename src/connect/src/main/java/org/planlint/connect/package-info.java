/** Document systems, one class a kind, and the connector that keeps their verdicts up to date. A further kind is a jar that names its {@link org.planlint.connect.SystemKind}. */
package org.planlint.connect;
