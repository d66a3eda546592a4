package org.planlint.fix;

import org.planlint.annotate.Edit;

/** An edit that would mend something. */
record Planned(Safety safety, Edit edit) {}
