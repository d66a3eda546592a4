package org.planlint.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.planlint.facts.Stage;
import org.planlint.rules.Profile;
import org.planlint.rules.RuleBase;
import org.planlint.rules.Settings;

/**
 * What {@code planlint.yaml} says.
 *
 * @param file     where it was read, or null for none
 * @param settings rules, exemptions and own checks
 * @param rules    the shipped rules and those of the packs
 * @param digest   of the file's bytes, or empty
 * @param waivers  the central file of waivers, or null
 * @param ocr      whether pages that are pictures are read, or null where it does not say
 * @param ocrPages the most of them that are read of one file, or null
 * @param stage    of every plan, or null where it does not say
 * @param rulesUrl where pages of rules are shown, with {@code {id}} for the rule's, or null
 */
public record Configuration(
        Path file,
        Settings settings,
        RuleBase rules,
        String digest,
        Path waivers,
        Recognition ocr,
        Integer ocrPages,
        Stage stage,
        String rulesUrl) {
    public static final String NAME = "planlint.yaml";

    /** No file: these rules, as their pages say. */
    public static Configuration of(RuleBase rules) {
        return new Configuration(null, Settings.NONE, rules, "", null, null, null, null, null);
    }

    /** The same, of which this part of the rules is asked, whatever the file says. */
    public Configuration only(Profile profile) {
        return new Configuration(
                file,
                settings.only(profile),
                rules,
                (digest.isEmpty() ? "" : digest + "+") + profile.name().toLowerCase(Locale.ROOT),
                waivers,
                ocr,
                ocrPages,
                stage,
                rulesUrl);
    }

    /** The nearest {@code planlint.yaml} in the folder of {@code path} or above it, or null. */
    public static Path above(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        for (; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(NAME))) {
                return folder.resolve(NAME);
            }
        }
        return null;
    }
}
