/** The front door: {@link org.planlint.PlanLint} checks files and says what is wrong with them; {@link org.planlint.Engines} gives the one for each configuration. */
package org.planlint;
