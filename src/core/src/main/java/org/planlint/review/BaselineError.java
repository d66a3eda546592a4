package org.planlint.review;

/** A baseline that cannot be used: which file, and why. */
public final class BaselineError extends Exception {
    private static final long serialVersionUID = 1L;

    BaselineError(String why, Throwable cause) {
        super(why, cause);
    }
}
