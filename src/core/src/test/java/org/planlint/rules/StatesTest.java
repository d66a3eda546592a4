package org.planlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planlint.PlanLint;
import org.planlint.facts.Agenda;
import org.planlint.facts.BudgetNeed;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.Event;
import org.planlint.facts.Facts;
import org.planlint.facts.Illegible;
import org.planlint.facts.Known;
import org.planlint.facts.Letterhead;
import org.planlint.facts.Located;
import org.planlint.facts.RecipientsBlock;
import org.planlint.facts.Signature;
import org.planlint.facts.Unread;
import org.planlint.facts.Witness;
import org.planlint.parse.PlanParser;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.State;
import org.planlint.text.Capability;
import org.planlint.text.Document;

/** Unknown is not wrong, and never right either: what is taken away may leave a rule unevaluated or failed. */
class StatesTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final Judge JUDGE = new Judge(RuleBase.shipped(), Settings.NONE);

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(f -> f.toString().matches(".*\\.(?:docx|txt)"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertNoFailureBecameAPass(Judge.Verdict before, Document document, Facts less, String what) {
        Map<String, State> after = JUDGE.judge(document, less).coverage().states();
        before.coverage().states().forEach((rule, state) -> {
            if (state == State.FAIL) {
                assertFalse(after.get(rule) == State.PASS, () -> rule + " passes once there is no " + what);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aFailureIsNeverPassedByKnowingLess() throws IOException {
        return samples().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    PlanLint.Understanding read = PLANLINT.understand(file);
                    Judge.Verdict before = JUDGE.judge(read.document(), read.facts());
                    for (Known known : Known.values()) {
                        if (read.facts().knows(known)) {
                            Facts less = without(read.facts(), known);
                            assertFalse(less.knows(known), known.name());
                            assertNoFailureBecameAPass(before, read.document(), less, known.name());
                        }
                    }
                    for (Capability capability : read.document().capabilities()) {
                        Document blind = without(read.document(), capability);
                        if (capability != Capability.TYPED_TEXT) {
                            assertNoFailureBecameAPass(before, blind, read.facts(), capability.name());
                        }
                    }
                }));
    }

    /** Facts that a finding does not quote are taken away one by one. */
    @TestFactory
    Stream<DynamicTest> aFailureDoesNotHangOnFactsThatItDoesNotQuote() throws IOException {
        return samples().stream()
                .filter(f -> f.toString().endsWith(".txt"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    PlanLint.Understanding read = PLANLINT.understand(file);
                    Judge.Verdict before = JUDGE.judge(read.document(), read.facts());
                    Set<String> quoted = new HashSet<>();
                    before.findings().stream()
                            .filter(f -> f.location() != null)
                            .map(Finding::location)
                            .forEach(l -> quoted.add(l.paragraph() + ""));
                    for (Located fact : read.facts().all()) {
                        boolean about = fact.span() != null
                                && quoted.contains(fact.span().paragraph() + "");
                        if (!about) {
                            assertNoFailureBecameAPass(
                                    before,
                                    read.document(),
                                    without(read.facts(), other -> other == fact),
                                    String.valueOf(fact));
                        }
                    }
                }));
    }

    @Test
    void whatTheFileCannotShowIsNotEvaluatedUnlessItIsFound() throws Exception {
        PlanLint.Understanding read = PLANLINT.understand(Path.of("samples/01-hoi-nghi-so-ket.txt"));
        Judge.Verdict verdict = JUDGE.judge(read.document(), read.facts());
        assertEquals(
                State.NOT_EVALUATED,
                verdict.coverage().states().get("left-over-markup"),
                "a text file keeps no comments");
        assertEquals(
                State.PASS,
                JUDGE.judge(
                                PLANLINT.understand(Path.of("samples/01-hoi-nghi-so-ket.docx"))
                                        .document(),
                                PLANLINT.understand(Path.of("samples/01-hoi-nghi-so-ket.docx"))
                                        .facts())
                        .coverage()
                        .states()
                        .get("left-over-markup"));
    }

    @Test
    void recognisedTextGivesFindingsToReviewAndNoErrors() throws Exception {
        PlanLint.Understanding read = PLANLINT.understand(Path.of("samples/02-toa-dam-nam-cu.txt"));
        Judge.Verdict verdict = JUDGE.judge(without(read.document(), Capability.TYPED_TEXT), read.facts());
        assertEquals(State.NEEDS_REVIEW, verdict.coverage().states().get("event-year"));
        assertTrue(verdict.findings().stream().noneMatch(f -> f.severity() == org.planlint.report.Severity.ERROR));
    }

    @Test
    void aRecordIsHeldAgainstRecognisedTextToBeReviewed() throws Exception {
        Document typed =
                PLANLINT.understand(Path.of("samples/01-hoi-nghi-so-ket.txt")).document();
        DocumentRecord other = RecordedExample.of(List.of("number: 119", "symbol: KH-UBND"));
        DocumentRecord same = RecordedExample.of(List.of("number: 118", "symbol: KH-UBND"));
        PlanParser parser = new PlanParser(Law.tables());
        Document recognised = without(typed, Capability.TYPED_TEXT);
        assertEquals(
                State.FAIL,
                JUDGE.judge(typed, parser.parse(typed, null, null, other))
                        .coverage()
                        .states()
                        .get("record-mismatch"));
        Judge.Verdict verdict = JUDGE.judge(recognised, parser.parse(recognised, null, null, other));
        assertEquals(State.NEEDS_REVIEW, verdict.coverage().states().get("record-mismatch"));
        assertEquals(
                State.PASS,
                JUDGE.judge(recognised, parser.parse(recognised, null, null, same))
                        .coverage()
                        .states()
                        .get("record-mismatch"));
    }

    @Test
    void everyRuleHasAStateAndEveryReasonHasWords() throws Exception {
        Map<String, State> states = PLANLINT.check(Path.of("samples/06-kem-theo-quyet-dinh.docx"))
                .coverage()
                .states();
        assertEquals(
                RuleBase.shipped().pages().stream()
                        .filter(page -> page.scope() == RulePage.Scope.DOCUMENT && Profile.ALL.asks(page))
                        .map(RulePage::id)
                        .sorted()
                        .toList(),
                states.keySet().stream().toList());
        assertEquals(State.NOT_APPLICABLE, states.get("missing-number"), "a decision carries the number for its plan");
        for (Language language : Language.values()) {
            Stream.concat(EnumSet.allOf(Capability.class).stream(), Stream.of(Known.values()))
                    .map(Enum::name)
                    .forEach(reason -> assertFalse(
                            language.words().getString("needs." + reason).isBlank(), reason));
        }
    }

    // ---- taking away ----

    private static final Witness UNJUDGED = new Witness(
            SignedExample.signature("person; Lò Thị Hạnh; 2023-03-10 09:10", 0),
            0,
            Witness.Part.BESIDE,
            Witness.Agreement.UNKNOWN,
            null,
            false,
            null);

    private static Document without(Document d, Capability capability) {
        Set<Capability> rest = new HashSet<>(d.capabilities());
        rest.remove(capability);
        return new Document(
                d.name(),
                d.mediaType(),
                rest,
                d.blocks(),
                d.paragraphs(),
                d.pageFormats(),
                d.signatures(),
                d.revisions(),
                d.recognised(),
                d.pageNumberings(),
                d.lines(),
                d.pageCount());
    }

    private static Facts without(Facts facts, Known known) throws ReflectiveOperationException {
        Letterhead head = facts.plan().letterhead();
        return switch (known) {
            case ISSUE_DATE -> with(facts, "issueDate", null);
            case LAW_DATE -> with(facts, "judgedOn", null);
            case YEAR -> with(facts, "year", null);
            case NUMBER -> with(facts, "number", null);
            case LEGIBLE_NUMBER -> with(facts, "illegible", List.of(Illegible.NUMBER));
            case LEGIBLE_DATE -> with(facts, "illegible", List.of(Illegible.DAY));
            case SYMBOL -> with(facts, "symbol", null);
            case SUBJECT -> with(facts, "subject", null);
            case DATE_LINE -> with(facts, "letterhead", change(head, "dateLine", null));
            case AGENCY -> with(facts, "letterhead", change(head, "agency", null));
            case NATIONAL_TITLE -> with(facts, "letterhead", change(head, "nationalTitle", null));
            case MOTTO -> with(facts, "letterhead", change(head, "motto", null));
            case SIGNATURE -> without(facts, Signature.class::isInstance);
            case FORM ->
                with(
                        without(facts, Signature.class::isInstance),
                        "letterhead",
                        new Letterhead(null, null, null, null, head.dateLine()));
            case RECIPIENTS -> without(facts, RecipientsBlock.class::isInstance);
            case HEAD_READ -> with(facts, Unread.Zone.HEAD);
            case NUMBER_LINE_READ -> with(facts, Unread.Zone.NUMBER_LINE);
            case DATE_LINE_READ -> with(facts, Unread.Zone.DATE_LINE);
            case BODY_READ -> with(facts, Unread.Zone.BODY);
            case RECIPIENTS_READ -> with(facts, Unread.Zone.RECIPIENTS);
            case SIGNATURE_READ -> with(facts, Unread.Zone.SIGNATURE);
            case AUTHORITY_READ -> with(without(facts, Signature.class::isInstance), Unread.Zone.SIGNATURE);
            case EVENT -> without(facts, Event.class::isInstance);
            case AGENDA -> without(facts, Agenda.class::isInstance);
            case BUDGET_NEED -> without(facts, BudgetNeed.class::isInstance);
            case TRUST ->
                new Facts(
                        facts.plan(),
                        Stream.concat(facts.all().stream(), Stream.of(UNJUDGED)).toList(),
                        facts.sectionOf());
        };
    }

    private static Facts with(Facts facts, Unread.Zone zone) {
        return new Facts(
                facts.plan(),
                Stream.concat(facts.all().stream(), Stream.of(new Unread(zone, null)))
                        .toList(),
                facts.sectionOf());
    }

    private static Facts without(Facts facts, Predicate<Located> gone) {
        return new Facts(
                facts.plan(), facts.all().stream().filter(gone.negate()).toList(), facts.sectionOf());
    }

    /** The facts with one component of their plan changed. */
    private static Facts with(Facts facts, String name, Object value) throws ReflectiveOperationException {
        return new Facts(change(facts.plan(), name, value), facts.all(), facts.sectionOf());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T change(T record, String name, Object value)
            throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(name)
                    ? value
                    : components[i].getAccessor().invoke(record);
        }
        return (T) record.getClass().getDeclaredConstructor(types).newInstance(values);
    }
}
