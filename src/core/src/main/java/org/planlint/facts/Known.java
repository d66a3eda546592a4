package org.planlint.facts;

/** What a rule may need to know of a plan before it can judge at all. What is not known is neither right nor wrong. */
public enum Known {
    /** At least month and year of issue. */
    ISSUE_DATE,
    /** The day whose law binds it: that of issue, or the one handed in. */
    LAW_DATE,
    /** The plan's year. */
    YEAR,
    /** The number in the letterhead. */
    NUMBER,
    /** The number in the letterhead, if one stands there at all. */
    LEGIBLE_NUMBER,
    /** Day, month and year of issue, as far as they stand there. */
    LEGIBLE_DATE,
    /** The symbol in the letterhead. */
    SYMBOL,
    /** The line of place and date. */
    DATE_LINE,
    /** The issuing agency in the letterhead. */
    AGENCY,
    NATIONAL_TITLE,
    MOTTO,
    SUBJECT,
    SIGNATURE,
    /** Something of the letterhead, or the signature block: a file without both holds only the words of a plan. */
    FORM,
    RECIPIENTS,
    /** All that stands in the head of the page, above number and date: no ink there that is read as no word. */
    HEAD_READ,
    /** The line of the number: on a scan it may be there, and not be known for one. */
    NUMBER_LINE_READ,
    /** The same of the line of place and date. */
    DATE_LINE_READ,
    /** All that stands in the body. */
    BODY_READ,
    /** As above, of what stands left of the signature. */
    RECIPIENTS_READ,
    /** As above, of the signature block. */
    SIGNATURE_READ,
    /** The same, but that a fault in what lines of authority say needs no more than these lines. */
    AUTHORITY_READ,
    /** An activity with a day. */
    EVENT,
    AGENDA,
    /** A sign that the plan costs money. */
    BUDGET_NEED,
    /** Whether signatures lead to an authority that the administrator trusts; of a file without any that is known. */
    TRUST
}
