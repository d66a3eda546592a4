package org.planlint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planlint.annotate.Annotator;
import org.planlint.annotate.DocxLocks;
import org.planlint.annotate.Note;
import org.planlint.annotate.Notes;
import org.planlint.annotate.SearchablePdf;
import org.planlint.extract.Extractor;
import org.planlint.extract.OpenZip;
import org.planlint.extract.ReadFailure;
import org.planlint.extract.ReadFailure.Reason;
import org.planlint.extract.Readings;
import org.planlint.extract.Source;
import org.planlint.extract.Zipped;
import org.planlint.extract.ocr.PageRecognition;
import org.planlint.extract.pdf.PdfPictures;
import org.planlint.extract.signed.Authorities;
import org.planlint.facts.Budget;
import org.planlint.facts.DocumentRecord;
import org.planlint.facts.Facts;
import org.planlint.facts.Located;
import org.planlint.facts.Plan;
import org.planlint.facts.PlanCard;
import org.planlint.facts.Section;
import org.planlint.facts.Signature;
import org.planlint.facts.Stage;
import org.planlint.fix.Asked;
import org.planlint.fix.Fixed;
import org.planlint.fix.Fixing;
import org.planlint.fix.Reading;
import org.planlint.fix.Refusal;
import org.planlint.parse.Cards;
import org.planlint.parse.CertifiedIssuer;
import org.planlint.parse.PlanParser;
import org.planlint.record.DocumentFields;
import org.planlint.record.EdXml;
import org.planlint.record.Records;
import org.planlint.report.Coverage;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Language;
import org.planlint.report.Report;
import org.planlint.report.RuleInfo;
import org.planlint.report.Status;
import org.planlint.report.Text;
import org.planlint.report.html.DocumentView;
import org.planlint.rules.Judge;
import org.planlint.rules.Law;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePage;
import org.planlint.rules.Settings;
import org.planlint.text.Area;
import org.planlint.text.DigitalSignature;
import org.planlint.text.Document;
import org.planlint.text.DocumentName;
import org.planlint.text.LinePicture;
import org.planlint.text.PackedPath;
import org.planlint.text.PagePicture;
import org.planlint.text.Sha256;
import org.planlint.text.Span;

/**
 * The front door: checks plans and says what is wrong with them.
 *
 * <pre>{@code
 * Report report = PlanLint.builder().build().check(List.of(Path.of("ke-hoach.docx")));
 * }</pre>
 *
 * <p>Safe for use by many threads. No file makes it throw: what cannot be checked has a status that says why.
 */
public final class PlanLint {
    private static final String VERSION = version();
    private static final String CERTIFICATE = "certificate";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    /** Read as quickly as recalled. */
    private static final String PLAIN_TEXT = "text/plain";
    /** How many reports, and how many files with all that was read of them, may wait to be handed over for each thread. */
    private static final int REPORTS_AHEAD = 64;

    private static final int FILES_AHEAD = 2;
    /** What a page whose picture is read adds to a file's time. A machine that has much to do needs all of it. */
    public static final Duration PER_PAGE = Duration.ofSeconds(20);

    private final long maxBytes;
    private final Duration timeout;
    private final int jobs;
    private final Authorities authorities;
    private final Records records;
    private final Extractor extractor;
    private final PageRecognition recognition;
    private final Runnable onPage;
    private final Readings readings;
    private final OpenZip zip = new OpenZip();
    private final PlanParser parser = new PlanParser(Law.tables());
    private final RuleBase rules;
    private final Settings settings;
    private final String digest;
    private final LocalDate asOf;
    private final Stage stage;
    private final LocalDate today;
    private final String rulesUrl;
    private final Judge judge;
    /** What reports say of the rules; made when first asked for. */
    private List<RuleInfo> infos;
    /** Threads that files run on; one that is stuck in a file is left behind and another takes its place. */
    private final ExecutorService workers = Executors.newCachedThreadPool(PlanLint::daemon);

    private PlanLint(Builder builder) {
        this.maxBytes = builder.maxBytes;
        this.timeout = builder.timeout;
        this.jobs = builder.jobs;
        this.rules = builder.rules;
        this.settings = builder.settings;
        this.readings = builder.readings;
        this.authorities = builder.authorities;
        this.records = builder.records;
        this.recognition = builder.recognition;
        this.onPage = builder.onPage;
        this.extractor = new Extractor(recognition);
        this.digest = rules.digest() + (builder.settingsDigest.isEmpty() ? "" : "+" + builder.settingsDigest);
        this.asOf = builder.asOf;
        this.stage = builder.stage;
        this.today = builder.today;
        this.rulesUrl = builder.rulesUrl;
        this.judge = new Judge(rules, settings);
    }

    /** Today where the plans are issued; the one clock of the program. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Settings, each with a sound default. */
    public static final class Builder {
        private long maxBytes = 100L << 20;
        private Duration timeout = Duration.ofSeconds(60);
        private int jobs = 1;
        private RuleBase rules = RuleBase.shipped();
        private Settings settings = Settings.NONE;
        private String settingsDigest = "";
        private LocalDate asOf;
        private Stage stage;
        private LocalDate today = PlanLint.today();
        private String rulesUrl;
        private Readings readings;
        private Authorities authorities = Authorities.NONE;
        private Records records = Records.NONE;
        private PageRecognition recognition;
        private Runnable onPage = () -> {};

        /** Largest file that is opened, in bytes. */
        public Builder maxBytes(long maxBytes) {
            this.maxBytes = maxBytes;
            return this;
        }

        /** Longest time for one file; it is given up then, though its thread may run on. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** How many files are checked at once. The report does not depend on it. */
        public Builder jobs(int jobs) {
            this.jobs = Math.max(1, jobs);
            return this;
        }

        /** The rules that judge; by default the shipped ones. */
        public Builder rules(RuleBase rules) {
            this.rules = rules;
            return this;
        }

        /** What an office sets otherwise. {@code digest} names it in the report. */
        public Builder settings(Settings settings, String digest) {
            this.settings = settings;
            this.settingsDigest = digest;
            return this;
        }

        /** Judges by the law of this day instead of the plan's own; null for the plan's own. */
        public Builder asOf(LocalDate day) {
            this.asOf = day;
            return this;
        }

        /** Judges every plan as a draft or as a final one; null for what each file shows. */
        public Builder stage(Stage stage) {
            this.stage = stage;
            return this;
        }

        /** The day on which exceptions may be over. */
        public Builder today(LocalDate day) {
            this.today = day;
            return this;
        }

        /** Where pages of rules are shown: an address with {@code {id}} in it; null, as by default, for nowhere. */
        public Builder rulesUrl(String pattern) {
            this.rulesUrl = pattern;
            return this;
        }

        /** Where what is read of files is kept for the next time; null for nowhere. */
        public Builder readings(Readings readings) {
            this.readings = readings;
            return this;
        }

        /** Whom digital signatures may lead to; by default that is not evaluated. */
        public Builder authorities(Authorities authorities) {
            this.authorities = authorities;
            return this;
        }

        /** What is said of files elsewhere; by default what lies beside them. */
        public Builder records(Records records) {
            this.records = records;
            return this;
        }

        /** Reads pages that are pictures; null, as by default, for nobody. */
        public Builder recognition(PageRecognition recognition) {
            this.recognition = recognition;
            return this;
        }

        /** Told of each page whose picture is about to be read. */
        public Builder onPage(Runnable onPage) {
            this.onPage = onPage;
            return this;
        }

        public PlanLint build() {
            return new PlanLint(this);
        }
    }

    /** What was read and understood of one file, for those who want to see why a finding stands. */
    public record Understanding(Document document, Facts facts) {}

    /**
     * What is said of one file, and what it rests on.
     *
     * @param bytes         the file as it was read, or null
     * @param understanding what was read, or null if it could not be
     * @param card          what an archive's catalogue keeps of it, or null where nothing or not asked for
     */
    public record Examination(DocumentReport report, byte[] bytes, Understanding understanding, PlanCard card) {
        /** Where only the report is wanted. */
        public static Examination of(DocumentReport report, PlanCard card) {
            return new Examination(report, null, null, card);
        }

        public Examination withReport(DocumentReport other) {
            return new Examination(other, bytes, understanding, card);
        }

        /** The report with the card alone. */
        public Examination catalogued() {
            return of(report, understanding == null ? null : Cards.of(understanding.document(), understanding.facts()));
        }
    }

    /** Checks files in the order given. */
    public Report check(List<Path> files) {
        List<DocumentReport> documents = new ArrayList<>();
        check(files, documents::add);
        return report(documents, Report.Review.NONE);
    }

    /** Checks files, and hands over the report on each in the order given. */
    public void check(List<Path> files, Consumer<DocumentReport> each) {
        work(files, this::check, REPORTS_AHEAD, each);
    }

    /** Checks files, and hands over each with what was read of it, in the order given; only a few are held at once. */
    public void examine(List<Path> files, Consumer<Examination> each) {
        work(files, this::examine, FILES_AHEAD, each);
    }

    private <T> void work(List<Path> files, Function<Path, T> work, int ahead, Consumer<T> each) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs, PlanLint::daemon);
        try {
            InOrder.each(files, jobs * ahead, file -> pool.submit(() -> work.apply(file)), each);
        } finally {
            pool.shutdownNow();
            closeZip();
        }
    }

    private void closeZip() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The names of the files within a zip or an edXML package; {@code kho.zip!/name} is the path of each.
     *
     * @throws ReadFailure if it is neither, or has too many
     */
    public List<String> entries(Path zip) throws ReadFailure {
        return within(() ->
                DocumentName.isZip(zip.toString()) ? unzipped(zip) : packed(zip).entries(maxBytes));
    }

    /** Packages within a zip are opened as well; one that cannot be is a file as any other. */
    private List<String> unzipped(Path zip) throws ReadFailure {
        List<String> names = new ArrayList<>();
        for (String name : Zipped.entries(zip)) {
            try {
                if (!DocumentName.mayBeEdXml(name)) {
                    names.add(name);
                } else {
                    packed(Path.of(PackedPath.path(zip.toString(), name)))
                            .entries(maxBytes)
                            .forEach(inner -> names.add(PackedPath.path(name, inner)));
                }
            } catch (ReadFailure none) {
                names.add(name);
            }
        }
        return names;
    }

    /** Checks one file. */
    public DocumentReport check(Path file) {
        return examine(file).report();
    }

    /** Checks the bytes of a file; {@code name} is only shown, and may help where the bytes do not say what they are. */
    public DocumentReport check(String name, byte[] bytes) {
        return examine(name, bytes).report();
    }

    public Examination examine(Path file) {
        return examine(file, stage);
    }

    /** @param told the stage of the plan, or null for what this engine goes by */
    public Examination examine(Path file, Stage told) {
        String name = file.toString();
        try {
            Recorded recorded = recorded(file);
            return examine(name, recorded.bytes(), recorded.record(), told == null ? stage : told);
        } catch (ReadFailure failure) {
            return Examination.of(failed(name, null, null, failure), null);
        }
    }

    public Examination examine(String name, byte[] bytes) {
        return examine(name, bytes, null);
    }

    /** @param record what the system that keeps the file says of it, or null */
    public Examination examine(String name, byte[] bytes, DocumentRecord record) {
        return examine(name, bytes, record, stage);
    }

    private Examination examine(String name, byte[] bytes, DocumentRecord record, Stage stage) {
        String sha256 = Sha256.hex(bytes);
        String[] mediaType = new String[1];
        try {
            Allowance time = new Allowance(timeout);
            return within(time, () -> {
                Document document = readings == null ? null : readings.recall(readingKey(name, sha256), name);
                mediaType[0] = document != null ? document.mediaType() : extractor.detect(name, bytes);
                if (document == null) {
                    document = read(name, bytes, mediaType[0], time);
                    if (readings != null && !mediaType[0].equals(PLAIN_TEXT)) {
                        readings.keep(readingKey(name, sha256), document);
                    }
                }
                Facts facts = parser.parse(document, asOf, stage, record);
                Judge.Verdict verdict = judge.judge(document, facts, settings.exempt(name, today));
                return new Examination(
                        new DocumentReport(
                                name,
                                sha256,
                                mediaType[0],
                                Status.CHECKED,
                                null,
                                facts.plan().regime().name(),
                                summary(document, facts),
                                signed(document.signatures()),
                                DocumentFields.recorded(facts),
                                DocumentFields.own(document, facts),
                                verdict.coverage(),
                                verdict.findings()),
                        bytes,
                        new Understanding(document, facts),
                        null);
            });
        } catch (ReadFailure failure) {
            return new Examination(failed(name, sha256, mediaType[0], failure), bytes, null, null);
        }
    }

    /**
     * Reads and understands one file without judging it.
     *
     * @throws ReadFailure if it cannot be read
     */
    public Understanding understand(Path file) throws ReadFailure {
        Recorded recorded = recorded(file);
        byte[] bytes = recorded.bytes();
        Allowance time = new Allowance(timeout);
        return within(time, () -> {
            Document document = read(file.toString(), bytes, extractor.detect(file.toString(), bytes), time);
            return new Understanding(document, parser.parse(document, asOf, stage, recorded.record()));
        });
    }

    /**
     * A copy of the file with the findings of {@code report} written beside the words: comments and tracked changes in a
     * docx, highlights with notes in a pdf. It depends on nothing but the file, the findings and the language.
     *
     * @return nothing where the format has no such marks or the file could not be read
     * @throws ReadFailure if the copy cannot be made
     */
    public Optional<byte[]> annotate(Examination examination, Language language) throws ReadFailure {
        if (examination.understanding() == null
                || !Annotator.BY_MEDIA_TYPE.containsKey(examination.report().mediaType())) {
            return Optional.empty();
        }
        Annotator annotator = Annotator.BY_MEDIA_TYPE.get(examination.report().mediaType());
        Document document = examination.understanding().document();
        Located plan = examination.understanding().facts().plan();
        int title = plan.span() == null
                ? document.bodyParagraphs().get(0).index()
                : plan.span().paragraph();
        List<Note> notes = Notes.of(examination.report(), document, title, language);
        return Optional.of(within(() -> {
            try {
                return annotator.annotate(examination.bytes(), document, notes);
            } catch (IOException e) {
                throw new ReadFailure(Reason.BROKEN, String.valueOf(e.getMessage()), e);
            }
        }));
    }

    /**
     * A copy of a docx in which is mended what can be mended without asking anybody, as tracked changes: after each step the copy is
     * read and judged again. It depends on nothing but the file, the rules and what is asked.
     *
     * @throws Refusal if it is no docx, must not be changed, or cannot be read
     */
    public Fixed fix(Examination examination, Asked asked) throws Refusal {
        DocumentReport report = examination.report();
        if (report.status() == Status.ENCRYPTED) {
            throw new Refusal(Refusal.Reason.ENCRYPTED);
        }
        if (examination.understanding() == null) {
            throw new Refusal(Refusal.Reason.UNREADABLE);
        }
        if (!report.mediaType().equals(DOCX)) {
            throw new Refusal(Refusal.Reason.NOT_DOCX);
        }
        try {
            switch (DocxLocks.of(examination.bytes())) {
                case SIGNED -> throw new Refusal(Refusal.Reason.SIGNED);
                case PROTECTED -> throw new Refusal(Refusal.Reason.PROTECTED);
                case NONE -> {}
            }
            String name = report.path();
            return Fixing.fix(reading(examination), asked, copy -> reading(examine(name, copy)));
        } catch (ReadFailure | IOException e) {
            throw new Refusal(Refusal.Reason.UNREADABLE, e);
        }
    }

    private static Reading reading(Examination examination) {
        Understanding read = examination.understanding();
        return new Reading(
                examination.bytes(),
                examination.report(),
                read == null ? null : read.document(),
                read == null ? null : read.facts());
    }

    /**
     * The scan as a pdf of two layers: the pictures of its pages as they are, and behind them what was recognised, so that it
     * can be searched. It depends on nothing but the file and its recognition.
     *
     * @return nothing where no page was recognised
     * @throws ReadFailure if the copy cannot be made
     */
    public Optional<SearchablePdf.Copy> searchable(Examination examination) throws ReadFailure {
        if (examination.understanding() == null
                || !PdfPictures.areOf(examination.report().mediaType())
                || examination.understanding().document().recognised().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(within(() -> {
            try {
                return SearchablePdf.of(
                        examination.bytes(), examination.understanding().document());
            } catch (IOException e) {
                throw new ReadFailure(Reason.BROKEN, String.valueOf(e.getMessage()), e);
            }
        }));
    }

    /**
     * Names all that the report on a file depends on: its bytes, its ending, the rules and settings, the day of the law and
     * the exceptions that cover it today. Two files of one key have the same report but for the path.
     */
    public String key(String name, String sha256) {
        return Sha256.hex(String.join(
                        "\n",
                        VERSION,
                        recognised(),
                        digest,
                        String.valueOf(asOf),
                        String.valueOf(stage),
                        String.valueOf(new TreeMap<>(settings.exempt(name, today))),
                        authorities.digest(),
                        ending(name),
                        sha256)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The same of a file, with the record that lies beside it or in a list. */
    public String key(Path file, String sha256) {
        return key(file.toString(), sha256 + "\n" + records.digest(file));
    }

    /** Names all that what is read of a file depends on. The facts are not kept: they depend on the law's tables as well. */
    private String readingKey(String name, String sha256) {
        return Sha256.hex(String.join("\n", VERSION, recognised(), ending(name), authorities.digest(), sha256)
                .getBytes(StandardCharsets.UTF_8));
    }

    private String recognised() {
        return recognition == null ? "" : recognition.identity();
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    /** Pictures of the pages where the file has some that can be drawn in time; else none. */
    public List<PagePicture> pictures(Examination examination) {
        if (examination.understanding() == null
                || !PdfPictures.areOf(examination.report().mediaType())) {
            return List.of();
        }
        try {
            return within(() -> PdfPictures.of(
                    examination.bytes(), examination.understanding().document()));
        } catch (ReadFailure tooSlow) {
            return List.of();
        }
    }

    /** The file as a page shows it beside what is said of it. */
    public DocumentView view(Examination examination) {
        if (examination.understanding() == null) {
            return DocumentView.of(examination.report());
        }
        Facts facts = examination.understanding().facts();
        List<DocumentView.Heading> headings = facts.all(Section.class).stream()
                .filter(s -> s.value() > 0)
                .map(s -> new DocumentView.Heading(s.span().paragraph(), s.level(), s.path(), s.title()))
                .toList();
        Span title = facts.plan().titleSpan();
        return new DocumentView(
                examination.report(),
                examination.understanding().document(),
                headings,
                title == null ? null : title.paragraph(),
                pictures(examination),
                lines(examination));
    }

    /**
     * The lines in which the evidence of findings stands, as the scan shows them, by the findings' fingerprints: on pages
     * whose text was recognised, since what was recognised may not be what stands there. None where they cannot be drawn in
     * time.
     */
    public Map<String, LinePicture> lines(Examination examination) {
        if (examination.understanding() == null
                || !PdfPictures.areOf(examination.report().mediaType())
                || examination.understanding().document().recognised().isEmpty()) {
            return Map.of();
        }
        Document document = examination.understanding().document();
        int[] offsets = document.offsets();
        Map<String, Area> areas = new LinkedHashMap<>();
        for (Finding finding : examination.report().findings()) {
            Finding.Location at = finding.location();
            Area line = at == null
                    ? null
                    : document.line(
                            document.paragraphs().get(at.paragraph()),
                            at.start() - offsets[at.paragraph()],
                            at.end() - offsets[at.paragraph()]);
            if (line != null && document.recognised(line.page()) != null) {
                areas.put(finding.fingerprint(), line);
            }
        }
        if (areas.isEmpty()) {
            return Map.of();
        }
        try {
            Map<Area, LinePicture> drawn =
                    within(() -> PdfPictures.cuttings(examination.bytes(), document, areas.values()));
            areas.values().removeIf(area -> !drawn.containsKey(area));
            return areas.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> drawn.get(entry.getValue())));
        } catch (ReadFailure tooSlow) {
            return Map.of();
        }
    }

    /** The examination of a path at which there is nothing to check. */
    public Examination failed(String path, ReadFailure failure) {
        return Examination.of(failed(path, null, null, failure), null);
    }

    public Report report(List<DocumentReport> documents, Report.Review review) {
        return new Report(VERSION, digest, ruleInfos(), documents, review);
    }

    /** The report on one document, without what reviewers have settled over several. */
    public Report report(DocumentReport document) {
        return report(List.of(document), Report.Review.NONE);
    }

    /** Names the rules and settings, as reports do. */
    public String rulesDigest() {
        return digest;
    }

    /** The rules that are asked, by id, each with the severity that the office has set. */
    public synchronized List<RuleInfo> ruleInfos() {
        infos = infos != null
                ? infos
                : settings.asked(rules, RulePage.Scope.DOCUMENT).stream()
                        .sorted(Comparator.comparing(RulePage::id))
                        .map(page -> settings.info(page).shownAt(rulesUrl))
                        .toList();
        return infos;
    }

    // ---- reading within limits ----

    /** A file and what is said of it elsewhere, or null. */
    private record Recorded(byte[] bytes, DocumentRecord record) {}

    private Recorded recorded(Path file) throws ReadFailure {
        PackedPath sent = PackedPath.of(file.toString(), DocumentName::mayBeEdXml);
        if (sent == null) {
            byte[] bytes = bytes(file);
            return new Recorded(bytes, records.about(file));
        }
        return within(() -> {
            EdXml packed = packed(Path.of(sent.holder()));
            return new Recorded(packed.bytes(sent.entry(), maxBytes), packed.record(sent.entry(), maxBytes));
        });
    }

    private EdXml packed(Path file) throws ReadFailure {
        return EdXml.open(bytes(file));
    }

    private byte[] bytes(Path file) throws ReadFailure {
        Zipped zipped = Zipped.of(file);
        if (zipped != null) {
            return zip.bytes(zipped, maxBytes);
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new ReadFailure(Reason.NOT_A_FILE, file.toString());
            }
            long size = Files.size(file);
            if (size > maxBytes) {
                throw new ReadFailure(Reason.TOO_LARGE, size + " bytes, over " + maxBytes);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ReadFailure(Reason.NOT_FOUND, file.toString(), e);
        } catch (AccessDeniedException e) {
            throw new ReadFailure(Reason.NO_PERMISSION, file.toString(), e);
        } catch (IOException e) {
            throw new ReadFailure(Reason.BROKEN, String.valueOf(e.getMessage()), e);
        }
    }

    private Document read(String name, byte[] bytes, String mediaType, Allowance time) throws ReadFailure {
        return extractor.read(new Source(name, bytes, mediaType, authorities, () -> {
            time.grow(PER_PAGE);
            onPage.run();
        }));
    }

    /** The time that a file has. */
    private static final class Allowance {
        private final long begin = System.nanoTime();
        private final AtomicLong whole;

        Allowance(Duration whole) {
            this.whole = new AtomicLong(whole.toNanos());
        }

        void grow(Duration more) {
            whole.addAndGet(more.toNanos());
        }

        long left() {
            return begin + whole.get() - System.nanoTime();
        }

        Duration whole() {
            return Duration.ofNanos(whole.get());
        }
    }

    private interface Work<T> {
        T run() throws ReadFailure;
    }

    private <T> T within(Work<T> work) throws ReadFailure {
        return within(new Allowance(timeout), work);
    }

    /** Runs a file's work on another thread, which is left behind when its time is over. */
    private <T> T within(Allowance time, Work<T> work) throws ReadFailure {
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return work.run();
            } catch (StackOverflowError | OutOfMemoryError e) {
                throw new ReadFailure(Reason.CRASHED, e.getClass().getSimpleName(), e);
            }
        });
        workers.execute(task);
        try {
            return await(task, time);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new ReadFailure(Reason.TIMEOUT, time.whole().toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadFailure(Reason.CRASHED, "interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ReadFailure failure) {
                throw failure;
            }
            throw new ReadFailure(Reason.CRASHED, String.valueOf(e.getCause()), e.getCause());
        }
    }

    private static <T> T await(FutureTask<T> task, Allowance time)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return task.get(Math.max(0, time.left()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                if (time.left() <= 0) {
                    throw late;
                }
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(null, task, "planlint", 4L << 20);
        thread.setDaemon(true);
        return thread;
    }

    // ---- reports ----

    private DocumentReport failed(String path, String sha256, String mediaType, ReadFailure failure) {
        Status status = switch (failure.reason()) {
            case UNSUPPORTED -> Status.UNSUPPORTED;
            case ENCRYPTED -> Status.ENCRYPTED;
            case TIMEOUT -> Status.TIMEOUT;
            case TOO_LARGE -> Status.TOO_LARGE;
            case CRASHED -> Status.CRASHED;
            default -> Status.UNREADABLE;
        };
        String key = "failure." + failure.reason().name();
        String code = failure.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        DocumentReport.Failure error =
                new DocumentReport.Failure(code, Text.of(key), Text.of(key + ".help"), failure.getMessage());
        return new DocumentReport(
                path,
                sha256,
                mediaType,
                status,
                error,
                null,
                certified(failure.signatures()),
                signed(failure.signatures()),
                null,
                DocumentFields.certified(failure.signatures()),
                Coverage.NONE,
                List.of());
    }

    private static List<DocumentReport.Signed> signed(List<DigitalSignature> signatures) {
        return signatures.stream().map(DocumentReport.Signed::of).toList();
    }

    private static DocumentReport.PlanSummary summary(Document document, Facts facts) {
        Plan plan = facts.plan();
        CertifiedIssuer certified =
                plan.agency() == null ? CertifiedIssuer.of(document.signatures()) : CertifiedIssuer.NONE;
        List<DocumentReport.Signer> signers = facts.all(Signature.class).stream()
                .map(s -> new DocumentReport.Signer(s.authority(), s.position(), s.name()))
                .toList();
        return new DocumentReport.PlanSummary(
                plan.type(),
                plan.kind().name(),
                plan.number(),
                plan.symbol(),
                plan.agency() == null ? certified.agency() : plan.agency(),
                plan.agency() == null ? certified.parentAgency() : plan.parentAgency(),
                plan.place(),
                plan.issueDate() == null ? null : plan.issueDate().toString(),
                plan.year(),
                plan.subject(),
                signers.isEmpty() ? null : signers.get(0),
                signers,
                facts.first(Budget.class) != null,
                plan.isDraft(),
                plan.attachedTo(),
                from(certified, false),
                plan.illegible().stream()
                        .map(piece -> piece.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }

    /** What certificates tell of a document whose text cannot be read; null for nothing. */
    private static DocumentReport.PlanSummary certified(List<DigitalSignature> signatures) {
        CertifiedIssuer certified = CertifiedIssuer.of(signatures);
        if (certified.agency() == null) {
            return null;
        }
        DocumentReport.Signer signer =
                certified.signer() == null ? null : new DocumentReport.Signer(List.of(), null, certified.signer());
        return new DocumentReport.PlanSummary(
                null,
                null,
                null,
                null,
                certified.agency(),
                certified.parentAgency(),
                null,
                null,
                null,
                null,
                signer,
                signer == null ? List.of() : List.of(signer),
                false,
                false,
                null,
                from(certified, true),
                List.of());
    }

    private static Map<String, String> from(CertifiedIssuer certified, boolean alone) {
        Map<String, String> from = new TreeMap<>();
        if (certified.agency() != null) {
            from.put("agency", CERTIFICATE);
        }
        if (certified.parentAgency() != null) {
            from.put("parentAgency", CERTIFICATE);
        }
        if (alone && certified.signer() != null) {
            from.put("signer", CERTIFICATE);
        }
        return from;
    }

    private static String version() {
        String version = PlanLint.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** The program's version. */
    public static String programVersion() {
        return VERSION;
    }
}
