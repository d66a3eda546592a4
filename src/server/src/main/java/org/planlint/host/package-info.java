/** What all hosts share: the policy, the alarm, signed notifications and who sends them. */
package org.planlint.host;
