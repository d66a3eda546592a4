package org.planlint.text;

/** A piece of a document's body: a paragraph or a table. */
public sealed interface Block permits Paragraph, Table {}
