/** What a service remembers, in a database: reports, tokens, waivers, documents that wait; a document is checked once. */
package org.planlint.store;
