package org.planlint;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.planlint.config.Configuration;
import org.planlint.config.ConfigurationError;
import org.planlint.config.Configurations;
import org.planlint.extract.Readings;
import org.planlint.extract.signed.Authorities;
import org.planlint.facts.Stage;
import org.planlint.record.Records;

/** The engine that judges a file: one for each configuration that is in force somewhere. */
public final class Engines {
    /**
     * How files are read, whatever their configuration says.
     *
     * @param timeout  longest time for one file
     * @param maxBytes the largest file that is opened
     * @param jobs     how many files are checked at once
     * @param asOf     the day whose law binds, or null for each plan's own
     * @param stage    of every plan, or null for what the configuration or each file says
     * @param readings where what is read of files is kept, or null for nowhere
     * @param authorities whom digital signatures may lead to
     * @param records  what is said of files elsewhere
     * @param ocr      how pages that are pictures are read
     * @param onPage      told of each page whose picture is about to be read
     */
    public record Limits(
            Duration timeout,
            long maxBytes,
            int jobs,
            LocalDate asOf,
            Stage stage,
            Readings readings,
            Authorities authorities,
            Records records,
            Ocr ocr,
            Runnable onPage) {}

    private final Configurations configurations;
    private final Limits limits;
    private String rulesUrl;
    /** By the file of the configuration; null for none. */
    private final Map<Path, PlanLint> engines = new LinkedHashMap<>();

    public Engines(Configurations configurations, Limits limits) {
        this.configurations = configurations;
        this.limits = limits;
    }

    /** Pages of rules are shown there, where the configuration says nothing of them. */
    public Engines rulesShownAt(String pattern) {
        this.rulesUrl = pattern;
        return this;
    }

    /** @throws ConfigurationError if the configuration of the file is wrong */
    public PlanLint of(Path file) throws ConfigurationError {
        Configuration configuration = configurations.of(file);
        PlanLint engine = engines.get(configuration.file());
        if (engine == null) {
            engine = PlanLint.builder()
                    .timeout(limits.timeout())
                    .maxBytes(limits.maxBytes())
                    .jobs(limits.jobs())
                    .rules(configuration.rules())
                    .settings(configuration.settings(), configuration.digest())
                    .asOf(limits.asOf())
                    .stage(limits.stage() == null ? configuration.stage() : limits.stage())
                    .rulesUrl(configuration.rulesUrl() == null ? rulesUrl : configuration.rulesUrl())
                    .readings(limits.readings())
                    .authorities(limits.authorities())
                    .records(limits.records())
                    .recognition(limits.ocr().under(configuration))
                    .onPage(limits.onPage())
                    .build();
            engines.put(configuration.file(), engine);
        }
        return engine;
    }

    /** All that some file has asked for. */
    public Collection<PlanLint> all() {
        return Collections.unmodifiableCollection(engines.values());
    }
}
