/** The records that rules see. Each names the characters that it was read from. */
package org.planlint.facts;
