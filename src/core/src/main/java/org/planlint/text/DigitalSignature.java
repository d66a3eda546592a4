package org.planlint.text;

/** A digital signature field. Fields are null where the file does not say; {@code time} is ISO 8601. */
public record DigitalSignature(String signer, String time, String reason, int page) {}
