package org.planlint.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.planlint.Ocr;
import org.planlint.config.Configurations;
import org.planlint.config.Recognition;
import org.planlint.facts.Stage;
import org.planlint.isolate.WorkerOrders;
import org.planlint.isolate.WorkerSettings;
import org.planlint.report.Language;
import org.planlint.rules.Profile;

/**
 * How an audit reads and judges, as each executor is told. All paths are whole, as they stand on the machine that asked.
 *
 * @param id       of this run: an executor has one {@link Workplace} for it
 * @param in       the archive
 * @param config   the configuration of all files, or null for the nearest of each
 * @param noConfig whether none is looked for
 * @param packs    folders of an office's own rules
 * @param only     the part of the rules that is asked, or null for what the configuration says
 * @param asOf     the day whose law binds, or null
 * @param stage    of every plan, or null
 * @param waivers  the central file of waivers, or null
 * @param records  the list of records of files, or null
 * @param trust    the folder of trusted authorities, or null
 * @param ocr      whether pages that are pictures are read, or null for what the configuration says
 * @param maxBytes the largest file that is opened
 * @param workers  of each executor, or 0 for as many as it has cores
 * @param heap     megabytes of heap of each
 * @param timeout  seconds for one file
 * @param silence  seconds without a sign of life
 * @param lasting  whether workers run for hours
 * @param laid     files that an executor lays down before it begins, by their paths
 */
record Orders(
        String id,
        String in,
        String config,
        boolean noConfig,
        List<String> packs,
        Profile only,
        LocalDate asOf,
        Stage stage,
        String waivers,
        String records,
        String trust,
        Recognition ocr,
        long maxBytes,
        int workers,
        int heap,
        int timeout,
        int silence,
        boolean lasting,
        Language language,
        Map<String, byte[]> laid)
        implements Serializable {

    /** Where the files of an archive and of its settings lie on an executor. */
    interface Places {
        /** @param path whole */
        Path of(String path);
    }

    Configurations.Choice rules(Places places) {
        return new Configurations.Choice(
                at(config, places), noConfig, packs.stream().map(places::of).toList(), only);
    }

    Ocr recognition() {
        return new Ocr(ocr, null, null, 1);
    }

    /** Workers of this executor. */
    int atOnce() {
        SparkConf spark = SparkEnv.get().conf();
        return workers > 0
                ? workers
                : spark.getInt("spark.executor.cores", Runtime.getRuntime().availableProcessors());
    }

    WorkerSettings settings(Places places) {
        WorkerOrders told = WorkerOrders.of(
                rules(places), asOf, stage, maxBytes, at(trust, places), at(records, places), recognition());
        WorkerSettings settings = new WorkerSettings(
                atOnce(), heap, Duration.ofSeconds(timeout), Duration.ofSeconds(silence), null, told.program());
        return lasting ? settings.lastingOnes() : settings;
    }

    static Path at(String path, Places places) {
        return path == null ? null : places.of(path);
    }
}
