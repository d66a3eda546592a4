package org.planlint.config;

import java.nio.file.Path;
import java.util.List;
import org.planlint.rules.PackError;
import org.planlint.rules.RuleBase;
import org.planlint.rules.RulePack;

/** Adds folders of own rules to the shipped ones. */
final class Packs {
    private Packs() {}

    /** @throws ConfigurationError with file and line of the first rule or page that is wrong */
    public static RuleBase load(List<Path> folders, RuleBase base) throws ConfigurationError {
        RuleBase all = base;
        for (Path folder : folders) {
            try {
                all = RulePack.load(folder, all);
            } catch (PackError e) {
                throw new ConfigurationError(e.getMessage());
            }
        }
        return all;
    }
}
