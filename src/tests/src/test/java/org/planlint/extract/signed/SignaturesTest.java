package org.planlint.extract.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlint.PlanLint;
import org.planlint.extract.Extractor;
import org.planlint.extract.Source;
import org.planlint.report.DocumentReport;
import org.planlint.report.Finding;
import org.planlint.report.Severity;
import org.planlint.report.State;
import org.planlint.samples.TakesLong;
import org.planlint.text.DigitalSignature;
import org.planlint.text.DigitalSignature.Added;
import org.planlint.text.DigitalSignature.Kind;
import org.planlint.text.DigitalSignature.Role;
import org.planlint.text.DigitalSignature.TimeFrom;
import org.planlint.text.DigitalSignature.Trust;

/** Signatures that the test makes itself, by invented people and agencies, in all that may be wrong with them. */
@TakesLong
class SignaturesTest {
    private static final PlanLint PLANLINT = PlanLint.builder().build();
    private static final Path PLAN = Path.of("samples/01-hoi-nghi-so-ket.pdf");
    private static final String SIGNER = "Đinh Quang Khải";
    private static final String AGENCY = "Ủy ban nhân dân tỉnh Sơn Thủy";
    /** Of the plan's own day, a Wednesday. */
    private static final Instant MORNING = Instant.parse("2024-05-15T02:30:15Z");

    private static final Instant NOON = Instant.parse("2024-05-15T04:00:00Z");

    private static byte[] plan;
    private static Keys authority;
    private static Keys person;
    private static Keys agency;

    @TempDir
    Path folder;

    @BeforeAll
    static void keys() throws Exception {
        plan = Files.readAllBytes(PLAN);
        authority = Keys.authority("CN=CA thử nghiệm,O=Cơ quan chứng thực thử nghiệm,C=VN");
        person = authority.issue("C=VN,O=Tỉnh Sơn Thủy,OU=Ủy ban nhân dân,CN=" + SIGNER);
        agency = authority.issue("C=VN,O=Tỉnh Sơn Thủy,CN=" + AGENCY + ",UID=MST:0101234567");
    }

    private static SignedPdf pdf() {
        return new SignedPdf(plan);
    }

    private static List<DigitalSignature> read(String name, byte[] bytes) throws Exception {
        Extractor extractor = new Extractor();
        return extractor.read(name, bytes, extractor.detect(name, bytes)).signatures();
    }

    private static List<DigitalSignature> read(SignedPdf pdf) throws Exception {
        return read("x.pdf", pdf.bytes());
    }

    private static DocumentReport check(SignedPdf pdf) {
        return PLANLINT.check("x.pdf", pdf.bytes());
    }

    /** What the rules over signatures found, in the order of the report. */
    private static List<String> witnessed(DocumentReport report) {
        assertFalse(report.coverage().states().containsValue(State.ERROR));
        return report.findings().stream()
                .map(Finding::rule)
                .filter(rule -> Files.exists(Path.of("rules/witness", rule + ".drl")))
                .toList();
    }

    @Test
    void personThenAgency() throws Exception {
        SignedPdf pdf = pdf().sign(person, MORNING).sign(agency, NOON);
        List<DigitalSignature> found = read(pdf);
        assertEquals(2, found.size());
        DigitalSignature first = found.get(0);
        assertEquals(Kind.PERSON, first.kind());
        assertEquals(SIGNER, first.name());
        assertEquals(List.of("Ủy ban nhân dân", "Tỉnh Sơn Thủy"), first.organisation(), "innermost first");
        assertEquals("2024-05-15T09:30:15+07:00", first.signedAt());
        assertEquals(TimeFrom.ATTRIBUTE, first.timeFrom());
        assertEquals("SHA-256 with RSA-2048", first.algorithm());
        assertEquals(true, first.intact());
        assertFalse(first.coversAll());
        assertEquals(Added.SIGNATURE, first.added());
        assertEquals("CA thử nghiệm", first.certificate().issuer());
        assertEquals(Trust.NOT_EVALUATED, first.trust());
        DigitalSignature second = found.get(1);
        assertEquals(Kind.AGENCY, second.kind());
        assertEquals(AGENCY, second.name());
        assertEquals("MST:0101234567", second.identifier());
        assertTrue(second.coversAll());
        assertEquals(Added.NOTHING, second.added());
        assertEquals(true, second.intact());
        DocumentReport report = check(pdf);
        assertEquals(List.of(), witnessed(report));
        assertEquals(State.NOT_EVALUATED, report.coverage().states().get("signature-untrusted"));
        assertEquals(
                List.of("person", "agency"),
                report.signatures().stream().map(DocumentReport.Signed::kind).toList());
    }

    @Test
    void oneOfTheTwoIsMissing() throws Exception {
        assertEquals(List.of("agency-signature-missing"), witnessed(check(pdf().sign(person, MORNING))));
        assertEquals(List.of("person-signature-missing"), witnessed(check(pdf().sign(agency, NOON))));
    }

    @Test
    void theAgencySignedFirst() throws Exception {
        assertEquals(
                List.of("agency-signed-first"),
                witnessed(check(pdf().sign(agency, MORNING).sign(person, NOON))));
    }

    @Test
    void othersThanThePlanPrints() throws Exception {
        Keys otherPerson = authority.issue("C=VN,O=Tỉnh Sơn Thủy,CN=Vàng Thị Mỷ");
        Keys otherAgency = authority.issue("C=VN,CN=Sở Tài chính,O=Tỉnh Hải Đông,UID=MST:0102222222");
        assertEquals(
                List.of("agency-certificate-mismatch", "signer-certificate-mismatch"),
                witnessed(check(pdf().sign(otherPerson, MORNING).sign(otherAgency, NOON))));
    }

    @Test
    void signedOnAnotherDay() throws Exception {
        Instant weekLater = Instant.parse("2024-05-22T04:00:00Z");
        Instant weekBefore = Instant.parse("2024-05-08T04:00:00Z");
        Instant nextDay = Instant.parse("2024-05-16T08:00:00Z");
        assertEquals(
                List.of("signed-long-after-issue"),
                witnessed(check(pdf().sign(person, MORNING).sign(agency, weekLater))));
        assertEquals(
                List.of("signed-before-issue"),
                witnessed(check(pdf().sign(person, weekBefore).sign(agency, weekBefore))));
        DocumentReport grace = check(pdf().sign(person, MORNING).sign(agency, nextDay));
        assertEquals(List.of("signed-long-after-issue"), witnessed(grace));
        assertEquals(
                Severity.INFO,
                grace.findings().stream()
                        .filter(f -> f.rule().equals("signed-long-after-issue"))
                        .findFirst()
                        .orElseThrow()
                        .severity());
    }

    @Test
    void changedBehindTheLastSignature() throws Exception {
        SignedPdf written = pdf().sign(person, MORNING).sign(agency, NOON).write("Thêm sau khi ký");
        assertEquals(Added.CONTENT, read(written).get(1).added());
        assertEquals(true, read(written).get(1).intact(), "what it signed is still there");
        assertFalse(read(written).get(1).coversAll());
        assertEquals(List.of("changed-after-signing"), witnessed(check(written)));
        SignedPdf noted = pdf().sign(person, MORNING).sign(agency, NOON).note("Đã nhận");
        assertEquals(Added.MARKS, read(noted).get(1).added());
        assertEquals(List.of("changed-after-signing"), witnessed(check(noted)));
        SignedPdf between = pdf().sign(person, MORNING).note("Số đến").sign(agency, NOON);
        assertEquals(List.of(), witnessed(check(between)), "a registry sets its number between the two");
    }

    @Test
    void bytesThatNoLongerMatch() throws Exception {
        byte[] bytes = pdf().sign(person, MORNING).sign(agency, NOON).bytes();
        byte[] second = "%".getBytes(StandardCharsets.US_ASCII);
        int comment = indexOf(bytes, second, 5);
        bytes[comment + 2] ^= 1;
        List<DigitalSignature> found = read("x.pdf", bytes);
        assertEquals(
                List.of(false, false),
                found.stream().map(DigitalSignature::intact).toList());
        assertEquals(List.of("signature-broken"), witnessed(PLANLINT.check("x.pdf", bytes)));
    }

    private static int indexOf(byte[] bytes, byte[] sought, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException();
    }

    @Test
    void olderAndOtherForms() throws Exception {
        SignedPdf sha1 = pdf().by("SHA1").sign(person, MORNING).sign(agency, NOON);
        assertEquals("SHA-1", read(sha1).get(0).digest());
        assertEquals(List.of("weak-digest"), witnessed(check(sha1)));
        DigitalSignature held = read(pdf().holding().sign(person, MORNING)).get(0);
        assertEquals(true, held.intact(), "adbe.pkcs7.sha1");
        DigitalSignature pades = read(pdf().undated().sign(person, MORNING)).get(0);
        assertEquals(true, pades.intact(), "ETSI.CAdES.detached");
        assertEquals(TimeFrom.DICTIONARY, pades.timeFrom());
        assertEquals("2024-05-15T09:30:15+07:00", pades.signedAt());
        Keys curve = authority.issue("C=VN,CN=" + SIGNER, "EC", 256, Keys.FROM, Keys.TO);
        DigitalSignature ecdsa = read(pdf().by("SHA384").sign(curve, MORNING)).get(0);
        assertEquals(true, ecdsa.intact());
        assertEquals("SHA-384 with EC-256", ecdsa.algorithm());
    }

    @Test
    void aTimeStampTellsTheTimeWhereNoClockDoes() throws Exception {
        Keys stamper = authority.issue(Keys.STAMPS + ",O=Dịch vụ dấu thời gian thử nghiệm");
        String form = "ETSI.CAdES.detached";
        DigitalSignature stamped = read(pdf().sign(form, null, content -> person.stamped(content, stamper, MORNING)))
                .get(0);
        assertEquals(TimeFrom.TIMESTAMP, stamped.timeFrom());
        assertEquals("2024-05-15T09:30:15+07:00", stamped.signedAt());
        assertEquals(SIGNER, stamped.name(), "and not who stamped");
        assertEquals(true, stamped.intact());
        SignedPdf over = pdf().sign(person, MORNING)
                .sign(agency, NOON)
                .sign("ETSI.RFC3161", null, content -> stamper.stamp(content, NOON));
        DigitalSignature stamp = read(over).get(2);
        assertEquals(Role.TIMESTAMPS, stamp.role());
        assertEquals("2024-05-15T11:00:00+07:00", stamp.signedAt());
        assertEquals(true, stamp.intact());
        assertEquals(List.of(), witnessed(check(over)), "a time stamp is nobody's signature");
        DigitalSignature other = read(pdf().sign("ETSI.RFC3161", null, content -> stamper.stamp(new byte[1], NOON)))
                .get(0);
        assertEquals(false, other.intact(), "a stamp over something else");
    }

    @Test
    void bareSignatureBesideItsCertificate() throws Exception {
        SignedPdf pdf = pdf().sign("adbe.x509.rsa_sha1", person.certificate().getEncoded(), person::bare);
        DigitalSignature found = read(pdf).get(0);
        assertEquals(SIGNER, found.name());
        assertEquals("SHA-1 with RSA-2048", found.algorithm());
        assertEquals(true, found.intact());
        assertNull(found.signedAt());
        SignedPdf wrong = pdf().sign("adbe.x509.rsa_sha1", agency.certificate().getEncoded(), person::bare);
        assertEquals(false, read(wrong).get(0).intact());
    }

    @Test
    void aSignatureThatTheFormDoesNotName() throws Exception {
        SignedPdf pdf = pdf().sign(person, MORNING, 1, new PDRectangle(100, 40, 120, 20), "Ký")
                .withoutForm();
        DigitalSignature found = read(pdf).get(0);
        assertEquals(SIGNER, found.name());
        assertEquals(true, found.intact());
        assertEquals(1, found.page());
    }

    @Test
    void aCertificateOfTheAuthorityAloneIsNobodysSignature() throws Exception {
        SignedPdf pdf = pdf().sign(
                        "adbe.pkcs7.detached",
                        null,
                        content -> Keys.with(
                                person.message(content, "SHA256", MORNING, false),
                                List.of(authority.certificate(), agency.certificate())));
        DigitalSignature found = read(pdf).get(0);
        assertNull(found.name());
        assertNull(found.intact(), "unknown is not wrong");
        assertEquals("2024-05-15T09:30:15+07:00", found.signedAt());
    }

    @Test
    void aCertificateThatWasNotInForce() throws Exception {
        Keys late = authority.issue(
                "C=VN,O=Tỉnh Sơn Thủy,CN=" + AGENCY, "RSA", 2048, Keys.FROM, Instant.parse("2024-01-01T00:00:00Z"));
        assertEquals(
                List.of("signature-broken"),
                witnessed(check(pdf().sign(person, MORNING).sign(late, NOON))));
    }

    @Test
    void trustByAFolder() throws Exception {
        byte[] signed = pdf().sign(person, MORNING).sign(agency, NOON).bytes();
        Files.write(folder.resolve("ca.cer"), authority.certificate().getEncoded());
        Files.writeString(folder.resolve("readme.txt"), "no certificate");
        assertEquals("TRUSTED TRUSTED", trust(signed));
        Files.write(folder.resolve("later.crl"), authority.revoke(person, Instant.parse("2024-06-01T00:00:00Z")));
        assertEquals("TRUSTED TRUSTED", trust(signed), "revoked later than it signed");
        Files.write(folder.resolve("ca.crl"), authority.revoke(person, Instant.parse("2024-05-01T00:00:00Z")));
        assertEquals("REVOKED TRUSTED", trust(signed));
        Files.delete(folder.resolve("ca.cer"));
        Files.write(
                folder.resolve("other.cer"),
                Keys.authority("CN=CA khác").certificate().getEncoded());
        assertEquals("UNKNOWN_ISSUER UNKNOWN_ISSUER", trust(signed));
        DocumentReport report =
                PlanLint.builder().authorities(Authorities.of(folder)).build().check("x.pdf", signed);
        assertEquals(List.of("signature-untrusted"), witnessed(report));
    }

    @Test
    void aListThatCannotBeReadIsNotPassedOver() throws Exception {
        assertThrows(IOException.class, () -> Authorities.of(folder), "empty");
        Files.write(folder.resolve("ca.cer"), authority.certificate().getEncoded());
        Files.writeString(folder.resolve("doc.txt"), "no certificate");
        Authorities.of(folder);
        for (String name : List.of("ca.CRL", "con.crt", "con.pem")) {
            Path broken =
                    Files.writeString(folder.resolve(name), "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n");
            String message = assertThrows(IOException.class, () -> Authorities.of(folder))
                    .getMessage();
            assertTrue(message.startsWith(broken + ": "), message);
            Files.delete(broken);
        }
    }

    @Test
    void aCertificateOutOfDateIsToldOnce() throws Exception {
        Keys late = authority.issue(
                "C=VN,O=Tỉnh Sơn Thủy,CN=" + AGENCY, "RSA", 2048, Keys.FROM, Instant.parse("2024-01-01T00:00:00Z"));
        Files.write(folder.resolve("ca.cer"), authority.certificate().getEncoded());
        byte[] signed = pdf().sign(person, MORNING).sign(late, NOON).bytes();
        assertEquals("TRUSTED OUT_OF_DATE", trust(signed));
        DocumentReport report =
                PlanLint.builder().authorities(Authorities.of(folder)).build().check("x.pdf", signed);
        assertEquals(List.of("signature-untrusted"), witnessed(report));
    }

    private String trust(byte[] signed) throws Exception {
        return new Extractor()
                        .read(new Source("x.pdf", signed, "application/pdf", Authorities.of(folder), () -> {}))
                        .signatures()
                        .stream()
                        .map(s -> s.trust().name())
                        .collect(Collectors.joining(" "));
    }

    @Test
    void aPictureHasItsPlaceAndItsWords() throws Exception {
        SignedPdf pdf =
                pdf().sign(agency, NOON, 1, new PDRectangle(400, 20, 120, 14), "Ký bởi: UBND, 15/05/2024 11:00:00");
        DigitalSignature found = read(pdf).get(0);
        assertEquals(1, found.page());
        assertEquals("Ký bởi: UBND, 15/05/2024 11:00:00", found.printed());
        assertEquals(400, found.box().x(), 0.1);
        assertEquals(842 - 34, found.box().y(), 0.5);
        assertEquals(120, found.box().width(), 0.1);
        assertEquals(List.of(), witnessed(check(pdf)), "a panel at the edge is no seal");
    }

    @Test
    void aStampInASignatureFieldIsPageText() throws Exception {
        for (String stamp : List.of("118", "Số: 1184/KH-UBND", "Sơn Thủy, ngày 15 tháng 5 năm 2024")) {
            SignedPdf pdf = pdf().sign(agency, NOON, 1, new PDRectangle(100, 40, 220, 14), stamp);
            Extractor extractor = new Extractor();
            assertTrue(
                    extractor.read("x.pdf", pdf.bytes(), "application/pdf").paragraphs().stream()
                            .anyMatch(p -> p.text().contains(stamp)),
                    stamp);
        }
    }

    @Test
    void noSignatureMakesAFileFail() throws Exception {
        byte[] bytes = pdf().sign(person, MORNING).bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String old : List.of("/ByteRange [0", "/Contents <3", "/SubFilter", "/M (D:")) {
            byte[] broken =
                    text.replace(old, old.substring(0, old.length() - 1) + "9").getBytes(StandardCharsets.ISO_8859_1);
            DocumentReport report = PLANLINT.check("x.pdf", broken);
            assertEquals("checked", report.status().word(), old);
            assertTrue(report.signatures().stream().noneMatch(s -> Boolean.TRUE.equals(s.intact())), old);
        }
    }

    @Test
    void odtBySeveral() throws Exception {
        byte[] odt = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.odt"));
        SignedPackage signed = new SignedPackage(odt)
                .signOdt(List.of(person, agency), List.of("2024-05-15T09:30:15,123", "2024-05-15T11:00:00"));
        List<DigitalSignature> found = read("x.odt", signed.bytes());
        assertEquals(
                List.of(SIGNER, AGENCY),
                found.stream().map(DigitalSignature::name).toList());
        assertEquals("2024-05-15T09:30:15+07:00", found.get(0).signedAt());
        assertEquals(
                List.of(true, true),
                found.stream().map(DigitalSignature::intact).toList());
        assertTrue(found.get(0).coversAll());
        assertEquals("SHA-256 with RSA-2048", found.get(0).algorithm());
        assertEquals(List.of(), witnessed(PLANLINT.check("x.odt", signed.bytes())));
        byte[] changed = signed.change("content.xml", "KẾ HOẠCH", "KẾ  HOẠCH").bytes();
        assertEquals(
                List.of(false, false),
                read("x.odt", changed).stream().map(DigitalSignature::intact).toList());
        signed.parts.put("Pictures/new.png", new byte[] {1});
        assertFalse(read("x.odt", signed.bytes()).get(0).coversAll());
    }

    @Test
    void docxWithItsRelationships() throws Exception {
        byte[] docx = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.docx"));
        SignedPackage signed = new SignedPackage(docx).signDocx(person, "2024-05-15T02:30:15Z");
        List<DigitalSignature> found = read("x.docx", signed.bytes());
        assertEquals(1, found.size());
        assertEquals(SIGNER, found.get(0).name());
        assertEquals("2024-05-15T09:30:15+07:00", found.get(0).signedAt());
        assertEquals(true, found.get(0).intact());
        assertTrue(found.get(0).coversAll());
        assertEquals(List.of("agency-signature-missing"), witnessed(PLANLINT.check("x.docx", signed.bytes())));
        byte[] changed =
                signed.change("word/document.xml", "KẾ HOẠCH", "KẾ  HOẠCH").bytes();
        assertEquals(false, read("x.docx", changed).get(0).intact());
    }

    @Test
    void aTransformThatComputesIsNotRun() throws Exception {
        byte[] odt = Files.readAllBytes(Path.of("samples/01-hoi-nghi-so-ket.odt"));
        SignedPackage signed = new SignedPackage(odt)
                .signOdt(List.of(person), List.of("2024-05-15T09:30:15"))
                .change(
                        "META-INF/documentsignatures.xml",
                        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/></Transforms>",
                        "http://www.w3.org/TR/1999/REC-xslt-19991116\"/></Transforms>");
        assertNull(read("x.odt", signed.bytes()).get(0).intact());
    }
}
