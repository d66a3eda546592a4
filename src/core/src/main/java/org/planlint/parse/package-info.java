/** From lines to facts, one finder a part of the plan. */
package org.planlint.parse;
