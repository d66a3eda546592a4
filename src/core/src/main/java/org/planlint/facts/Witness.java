package org.planlint.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.planlint.text.DigitalSignature;
import org.planlint.text.DigitalSignature.Added;
import org.planlint.text.DigitalSignature.Kind;
import org.planlint.text.DigitalSignature.Role;
import org.planlint.text.DigitalSignature.TimeFrom;
import org.planlint.text.DigitalSignature.Trust;
import org.planlint.text.Span;

/**
 * A digital signature as a witness of who issued the document, and when.
 *
 * @param signature what its certificate and the file tell
 * @param order     its place among them as they were made, from 0
 * @param part      what it is there for
 * @param agreement whether it names whom the document prints
 * @param printed   whom the document prints in its place, or null
 * @param misplaced whether its picture lies far from where the law puts it; false where that cannot be told
 * @param span      the printed name, or null
 */
public record Witness(
        DigitalSignature signature,
        int order,
        Part part,
        Agreement agreement,
        String printed,
        boolean misplaced,
        Span span)
        implements Located {
    /** What a signature is there for: Decree 30/2020, Điều 5, 25, 32 and PL I.I Mục II.7d, 8. */
    public enum Part {
        /** Of the person who signs the document. */
        SIGNATORY,
        /** Of another person: who drafted, checked or passed it on. */
        BESIDE,
        /** Of the agency that issues it. */
        SEAL,
        /** Of the agency: a number or a day set into the letterhead. */
        STAMP,
        /** A panel of words at the edge of a page: of a copy, or of who publishes it. */
        PANEL,
        /** A time stamp; a seal on another page; what cannot be told. */
        OTHER
    }

    public enum Agreement {
        SAME,
        OTHER,
        /** One of the two is not known, or what differs may be two ways to write one name. */
        UNKNOWN
    }

    /** Signers of an earlier authority wrote the hour of Vietnam and called it that of Greenwich. */
    private static final int HOURS_OFF = 7;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** Within these days of the year the New Year's holiday falls; working days that it takes, with those around it. */
    private static final int FIRST_OF_NEW_YEAR = 15;

    private static final int LAST_OF_NEW_YEAR = 60;
    private static final int HOLIDAY = 12;

    /** Decree 30/2020, Điều 15 and 18.1: at the latest on the next working day. */
    private static final int GRACE = 1;

    public String name() {
        return signature.name();
    }

    public boolean isByAgency() {
        return signature.kind() == Kind.AGENCY;
    }

    public boolean isByPerson() {
        return signature.kind() == Kind.PERSON;
    }

    /** Whether it cannot be told who signed. */
    public boolean isByUnknown() {
        return signature.kind() == Kind.UNKNOWN && signature.role() != Role.TIMESTAMPS;
    }

    public boolean isIntact() {
        return !Boolean.FALSE.equals(signature.intact());
    }

    /** Whether the administrator's folder speaks against its certificate. */
    public boolean isDistrusted() {
        return signature.trust() != Trust.TRUSTED && signature.trust() != Trust.NOT_EVALUATED;
    }

    /** A digest that two contents can be made to share: SHA-1, MD5. */
    public boolean isWeak() {
        return "SHA-1".equals(signature.digest()) || "MD5".equals(signature.digest());
    }

    /** Whether the certificate was not in force on the day of signing. */
    public boolean isOutOfDate() {
        LocalDate day = signature.day();
        return day != null
                && signature.certificate() != null
                && (firstDay().isAfter(signature.certificate().to())
                        || day.isBefore(signature.certificate().from()));
    }

    /** Whether pages, or what is drawn on them, were changed behind it. */
    public boolean isOverOtherContent() {
        return signature.added() == Added.CONTENT;
    }

    /** Whether a form was filled in or marks were set upon pages behind it. */
    public boolean isBelowMarks() {
        return signature.added() == Added.FORM || signature.added() == Added.MARKS;
    }

    /** "04/01/2024" */
    public String day() {
        return signature.day() == null ? "" : DAY.format(signature.day());
    }

    /** Whether it was made on a later working day; not where its time is unknown. */
    public boolean isAfter(LocalDate issued) {
        return signature.day() != null && workingDays(issued, firstDay()) > 0;
    }

    /** Whether that is later than the law allows. */
    public boolean isLongAfter(LocalDate issued) {
        return isAfter(issued) && !isWithinGrace(workingDays(issued, firstDay()), issued);
    }

    /** Whether a working day, or the next, lies between it and {@code issued}; not where its time is unknown. */
    public boolean isBefore(LocalDate issued) {
        return signature.day() != null && workingDays(signature.day(), issued) > 0;
    }

    /** Whether that is earlier than the law allows. */
    public boolean isLongBefore(LocalDate issued) {
        return isBefore(issued) && !isWithinGrace(workingDays(signature.day(), issued), issued);
    }

    /** No calendar of weekdays knows the New Year's holiday. */
    private static boolean isWithinGrace(int days, LocalDate issued) {
        int day = issued.getDayOfYear();
        return days <= GRACE || days <= HOLIDAY && day >= FIRST_OF_NEW_YEAR - HOLIDAY && day <= LAST_OF_NEW_YEAR;
    }

    private LocalDate firstDay() {
        return signature.timeFrom() == TimeFrom.ATTRIBUTE
                ? OffsetDateTime.parse(signature.signedAt())
                        .minusHours(HOURS_OFF)
                        .toLocalDate()
                : signature.day();
    }

    private static int workingDays(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from; day.isBefore(to) && days < 1000; ) {
            day = day.plusDays(1);
            days += day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1;
        }
        return days;
    }
}
