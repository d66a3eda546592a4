/** One reader a family of formats: from bytes to {@link org.planlint.text.Document}. Library types of a format end here. */
package org.planlint.extract;
