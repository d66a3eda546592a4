package org.planlint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlint.extract.tika.TikaReader;
import org.planlint.extract.word.DocReader;
import org.planlint.words.Signal;
import org.planlint.words.Sought;

/** One direction: text, extract, facts, parse, rules, report, front door, hosts at the edge. */
@AnalyzeClasses(packages = "org.planlint", importOptions = NoTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule readersStayBelow = noClasses()
            .that()
            .resideOutsideOfPackages("org.planlint.extract..", "org.planlint.annotate")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.tika..", "org.apache.poi..", "org.apache.pdfbox..")
            .because("library types of a format are seen only where its files are read and marked");

    @ArchTest
    static final ArchRule textStandsAlone = noClasses()
            .that()
            .resideInAPackage("org.planlint.text")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.planlint.text", "java..");

    @ArchTest
    static final ArchRule wordsKnowOnlyText = noClasses()
            .that()
            .resideInAPackage("org.planlint.words")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.planlint.words", "org.planlint.text", "java..");

    @ArchTest
    static final ArchRule factsKnowOnlyText = noClasses()
            .that()
            .resideInAPackage("org.planlint.facts")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.planlint.facts", "org.planlint.text", "org.planlint.words", "java..");

    @ArchTest
    static final ArchRule parseKnowsTextAndFacts = noClasses()
            .that()
            .resideInAPackage("org.planlint.parse")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.planlint.parse", "org.planlint.facts", "org.planlint.text", "org.planlint.words", "java..");

    @ArchTest
    static final ArchRule extractKnowsOnlyText = noClasses()
            .that()
            .resideInAPackage("org.planlint.extract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.planlint",
                    "org.planlint.facts",
                    "org.planlint.parse",
                    "org.planlint.rules..",
                    "org.planlint.report",
                    "org.planlint.cli");

    @ArchTest
    static final ArchRule rulesDoNotReadFiles = noClasses()
            .that()
            .resideInAPackage("org.planlint.rules")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.planlint.extract..", "org.planlint.parse", "org.planlint.cli");

    @ArchTest
    static final ArchRule configurationSetsRules = noClasses()
            .that()
            .resideInAPackage("org.planlint.config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.planlint", "org.planlint.extract..", "org.planlint.parse", "org.planlint.cli");

    @ArchTest
    static final ArchRule rulesDoNotKnowWhereTheirSettingsComeFrom = noClasses()
            .that()
            .resideInAPackage("org.planlint.rules")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.planlint.config");

    @ArchTest
    static final ArchRule reportIsModelAndWriters = noClasses()
            .that()
            .resideInAPackage("org.planlint.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.planlint",
                    "org.planlint.extract..",
                    "org.planlint.annotate",
                    "org.planlint.parse",
                    "org.planlint.rules..",
                    "org.planlint.review",
                    "org.planlint.facts",
                    "org.planlint.cli");

    @ArchTest
    static final ArchRule annotateMarksFilesAndJudgesNothing = noClasses()
            .that()
            .resideInAPackage("org.planlint.annotate")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.planlint",
                    "org.planlint.parse",
                    "org.planlint.rules..",
                    "org.planlint.facts",
                    "org.planlint.review",
                    "org.planlint.config",
                    "org.planlint.cli");

    @ArchTest
    static final ArchRule aHostOfThePluginSeesNoLibrary = noClasses()
            .that()
            .resideInAPackage("org.planlint.spi")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.planlint.spi", "java..");

    @ArchTest
    static final ArchRule theServersLibrariesStayInTheServer = noClasses()
            .that()
            .resideOutsideOfPackages("org.planlint.serve")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "io.micrometer..");

    @ArchTest
    static final ArchRule theDatabaseStaysInTheStore = noClasses()
            .that()
            .resideOutsideOfPackages("org.planlint.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "com.zaxxer..", "org.flywaydb..");

    @ArchTest
    static final ArchRule sparkStaysInItsModule = noClasses()
            .that()
            .resideOutsideOfPackages("org.planlint.spark")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
            .because(
                    "an audit on many machines is built apart, and nothing of its engine is on the class path of the rest");

    @ArchTest
    static final ArchRule nativeLibrariesStayInTheirModule = noClasses()
            .that()
            .resideOutsideOfPackages("org.planlint.ocr")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..", "org.planlint.ocr")
            .because("they are there only in the profile ocr, and their fault ends the process that they run in");

    @ArchTest
    static final ArchRule documentSystemsAreSpokenWithInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackages("org.planlint.connect")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.chemistry..", "org.apache.activemq..", "jakarta.jms..");

    @ArchTest
    static final ArchRule onlyHostsSpeakHttp = noClasses()
            .that()
            .resideOutsideOfPackages("org.planlint.connect", "org.planlint.host")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule theServiceKnowsNoConnector = noClasses()
            .that()
            .resideInAnyPackage("org.planlint.serve", "org.planlint.store", "org.planlint.icap", "org.planlint.host")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.planlint.connect..");

    @ArchTest
    static final ArchRule formatsAreReadApart = slices().matching("org.planlint.extract.(*)")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DocReader.class, TikaReader.class)
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    JavaClass.Predicates.resideInAnyPackage("org.planlint.extract.ocr", "org.planlint.extract.signed"))
            .because(
                    "only what calls itself .doc may be html, and pictures of pages and signatures are read alike in all formats");

    @ArchTest
    static final ArchRule connectorsKnowNoOtherHost = noClasses()
            .that()
            .resideInAPackage("org.planlint.connect")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.planlint.serve",
                    "org.planlint.icap",
                    "org.planlint.plugin",
                    "org.planlint.cli",
                    "org.planlint.audit");

    @ArchTest
    static final ArchRule theStoreKnowsNoHost = noClasses()
            .that()
            .resideInAPackage("org.planlint.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.planlint.serve", "org.planlint.connect..", "org.planlint.plugin", "org.planlint.cli");

    @ArchTest
    static final ArchRule workersKnowNoHost = noClasses()
            .that()
            .resideInAPackage("org.planlint.isolate")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.planlint.audit",
                    "org.planlint.serve",
                    "org.planlint.connect..",
                    "org.planlint.store",
                    "org.planlint.plugin",
                    "org.planlint.cli");

    @ArchTest
    static final ArchRule reviewKnowsOnlyReports = noClasses()
            .that()
            .resideInAPackage("org.planlint.review")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.planlint",
                    "org.planlint.extract..",
                    "org.planlint.annotate",
                    "org.planlint.parse",
                    "org.planlint.facts",
                    "org.planlint.config",
                    "org.planlint.cli");

    @ArchTest
    static final ArchRule noClockOrLocaleOfTheMachine = noClasses()
            .that()
            .resideInAnyPackage("org.planlint.parse", "org.planlint.rules..", "org.planlint.facts", "org.planlint.text")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .because("the same bytes give the same report on any machine at any time");

    /** Names of agencies and provinces come from the law's tables, once a parser; the last two are constants themselves. */
    private static final Set<String> BUILT_FROM_TABLES = Set.of(
            "org.planlint.parse.Names",
            "org.planlint.parse.LawsByName",
            "org.planlint.parse.Wordings",
            "org.planlint.parse.Organisations$Known",
            "org.planlint.facts.IssuerOfSymbol",
            "org.planlint.words.Signal",
            "org.planlint.words.Sought");

    private static boolean isOnce(JavaCall<?> call) {
        return call.getOrigin().getName().equals("<clinit>")
                || call.getOrigin().isConstructor()
                        && BUILT_FROM_TABLES.contains(call.getOriginOwner().getName());
    }

    private static boolean isCompiledAtEachCall(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Pattern.class)
                && call.getName().equals("compile")
                && !isOnce(call);
    }

    @ArchTest
    static final ArchRule signalsAreConstants = noClasses()
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "makes a signal or what is sought at each call",
                    call -> (call.getTargetOwner().isEquivalentTo(Signal.class)
                                    || call.getTargetOwner().isEquivalentTo(Sought.class))
                            && !isOnce(call)))
            .because("both compile a pattern");

    @ArchTest
    static final ArchRule patternsAreNamedAndCompiledOnce = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.planlint.parse",
                    "org.planlint.extract..",
                    "org.planlint.rules",
                    "org.planlint.text",
                    "org.planlint.facts",
                    "org.planlint.words")
            .should()
            .callMethod(String.class, "matches", String.class)
            .orShould()
            .callMethod(String.class, "replaceAll", String.class, String.class)
            .orShould()
            .callMethod(String.class, "replaceFirst", String.class, String.class)
            .orShould()
            .callMethod(Pattern.class, "matches", String.class, CharSequence.class)
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "compiles a pattern at each call", ArchitectureTest::isCompiledAtEachCall))
            .because(
                    "a pattern is a named constant: what it looks for can be read, and it costs nothing the second time");
}
