package org.planlint.facts;

/** What a date is for. */
public enum DateRole {
    /** Date of the plan itself. */
    ISSUE,
    /** Date of a document that the plan is based on. */
    LEGAL_BASIS,
    /** Date of another cited document. */
    REFERENCE,
    /** When an activity of the plan takes place. */
    EVENT,
    /** By when something is due. */
    DEADLINE,
    /** A stretch of years: giai đoạn 2021 - 2030, năm học 2020 - 2021. */
    PERIOD,
    /** The year under review: kết quả PAPI năm 2022. */
    EVALUATION,
    /** When something has happened or was measured. */
    PAST_RESULT,
    OTHER
}
