/** The compiled rules and their pages, an office's own packs, the law in force, and the judge that gives each rule its state. */
package org.planlint.rules;
