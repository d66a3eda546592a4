package org.planlint.extract.pdf;

import org.planlint.extract.ReadFailure;

/**
 * What a page may cost to draw: forms that draw themselves or each other, and small streams that unpack to millions of operators, take
 * minutes and show nothing that a plan would.
 */
final class PageBudget {
    /** Operators and characters of a page. A map has some hundred thousand. */
    private static final int MOST_OF_A_PAGE = 2_000_000;
    /** The same of all pages. */
    private static final int MOST_OF_A_FILE = 20_000_000;
    /** How often forms are drawn on a page. */
    private static final int MOST_FORMS = 20_000;
    /** Graphics states that are saved within each other; readers are bound to 28. ISO 32000-1, Annex C. */
    private static final int DEEPEST = 2_000;

    /** Not a failure to read a stream, which the library passes over. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exceeded(String detail) {
            super(detail, null, false, false);
        }

        ReadFailure failure() {
            return new ReadFailure(ReadFailure.Reason.TOO_LARGE, getMessage(), this);
        }
    }

    private int page;
    private int ofPage;
    private int ofFile;
    private int forms;

    void startPage() {
        page++;
        ofPage = 0;
        forms = 0;
    }

    void drawn() {
        ofPage++;
        ofFile++;
        if (ofPage > MOST_OF_A_PAGE || ofFile > MOST_OF_A_FILE) {
            throw new Exceeded("page " + page + ": more than " + (ofPage > MOST_OF_A_PAGE ? ofPage - 1 : ofFile - 1)
                    + " operators and characters");
        }
    }

    void form() {
        forms++;
        if (forms > MOST_FORMS) {
            throw new Exceeded("page " + page + ": forms are drawn more than " + MOST_FORMS + " times");
        }
    }

    void nested(int states) {
        if (states > DEEPEST) {
            throw new Exceeded("page " + page + ": more than " + DEEPEST + " graphics states within each other");
        }
    }
}
