package dev.aisle.local.bench.scale;

import java.util.List;
import java.util.stream.Stream;

/**
 * The model: each instance takes something as soon as events come, whatever the rate (it asks, commits and answers as often); beyond that costs are linear in
 * events and in people. A core is planned half busy, and one instance may be lost at any time. What the machine of the measurements has in common with
 * yours decides how far that carries.
 */
final class Plan {
    private static final double BUSY = 0.5;
    /** Limits of the chart. */
    private static final double CORES = 2;

    private static final double CORES_OF_RECOMMENDER = 4;
    private static final double CORES_OF_PRIVACY = 1;
    private static final double COPIES = 3;
    /** One server had the databases of four services when it was measured. */
    private static final double DATABASES = 4;

    private static final int BROKERS = 3;
    private static final double SECONDS_A_DAY = 86_400;
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
    private static final double MEBIBYTE = 1 << 20;
    private static final int LEAST_PARTITIONS = 6;

    private final Costs costs;

    Plan(Costs costs) {
        this.costs = costs;
    }

    /** Partitions of each topic that is keyed by person: the slowest thread that reads one decides. */
    int partitions(Size size) {
        double threads = Stream.of("refine", "profile", "recommender", "campaign")
                .mapToDouble(reader -> threads(size.eventsPerSecond(), reader))
                .max()
                .orElseThrow();
        return LEAST_PARTITIONS * (int) Math.max(1, Math.ceil(threads / LEAST_PARTITIONS));
    }

    /** Threads that read the topic of events, half busy; a consumer's waits for its database. Each instance has one. */
    private double threads(double rate, String reader) {
        double each = reader.equals("refine")
                ? micros("cpu.thread.refine")
                : micros("cpu." + reader) + micros("cpu." + reader + ".database");
        return rate * each / BUSY;
    }

    /** What each part takes. */
    List<Need> of(Size size) {
        double rate = size.eventsPerSecond();
        double day = rate / KeptTable.PEAK * SECONDS_A_DAY;
        var tables = KeptTable.of(size, costs);
        return List.of(
                service(
                        "door",
                        CORES,
                        0,
                        rate * micros("cpu.door.single"),
                        costs.of("rest.event-ingest-service"),
                        heap("door", size),
                        0),
                service(
                        "refine",
                        CORES,
                        threads(rate, "refine"),
                        rate * micros("cpu.refine"),
                        awake("event-ingest-service"),
                        heap("refine", size),
                        day * costs.of("disk.refine.event") / BILLION),
                service(
                        "profile-service",
                        CORES,
                        threads(rate, "profile"),
                        rate * micros("cpu.profile"),
                        awake("profile-service"),
                        heap("profile", size),
                        0),
                service(
                        "recommender-service",
                        CORES_OF_RECOMMENDER,
                        threads(rate, "recommender"),
                        rate * micros("cpu.recommender") + size.lists() * micros("cpu.list"),
                        awake("recommender-service"),
                        heap("recommender", size) + size.products() * costs.of("heap.product") / BILLION,
                        0),
                service(
                        "campaign-service",
                        CORES,
                        threads(rate, "campaign"),
                        rate * micros("cpu.campaign") + size.decisions() * micros("cpu.decision"),
                        awake("campaign-service"),
                        heap("campaign", size),
                        0),
                service(
                        "privacy-service",
                        CORES_OF_PRIVACY,
                        0,
                        rate * micros("cpu.privacy"),
                        awake("privacy-service"),
                        heap("privacy", size),
                        0),
                database(
                        "database of profiles",
                        rate * micros("cpu.profile.database"),
                        kept("profile-service", tables) + size.people() * costs.of("row.person")),
                database(
                        "database of the recommender",
                        rate * micros("cpu.recommender.database"),
                        kept("recommender-service", tables)),
                database(
                        "database of campaigns",
                        rate * micros("cpu.campaign.database") + size.decisions() * micros("cpu.decision.database"),
                        kept("campaign-service", tables)
                                + size.people()
                                        * (costs.of("row.person")
                                                + costs.of("rows.person.footprint") * costs.of("row.footprint"))),
                database("database of privacy", 0, size.people() * costs.of("disk.privacy.person")),
                broker(size, rate));
    }

    /** In GB, as the chart gives it. */
    private double heap(String component, Size size) {
        return (costs.of("heap.base." + component) * MEBIBYTE + size.people() * costs.of("heap.person." + component))
                / BILLION;
    }

    private double micros(String cost) {
        return costs.of(cost) / MILLION;
    }

    /** Cores of an instance while events come, whatever the rate. */
    private double awake(String part) {
        return costs.of("rest." + part) + costs.of("active." + part);
    }

    private static double kept(String service, List<KeptTable> tables) {
        return tables.stream()
                .filter(table -> table.service().equals(service))
                .mapToDouble(KeptTable::kept)
                .sum();
    }

    /** As many as its cores or its threads need, whatever is more, and one that may be lost. */
    private static Need service(
            String part, double limit, double threads, double cores, double each, double heap, double disk) {
        int busy = (int) Math.max(1, Math.ceil(cores / (BUSY * limit - each)));
        int instances = 1 + Math.max(busy, (int) Math.ceil(threads));
        return new Need(part, cores + instances * each, instances, heap, disk);
    }

    /** One that is written and one that follows it. */
    private Need database(String part, double cores, double bytes) {
        return new Need(part, cores + awake("postgres") / DATABASES, 2, 0, 2 * bytes / BILLION);
    }

    /** Each record is written as often as there are copies, raw and refined, and kept as long as the topics say. */
    private Need broker(Size size, double rate) {
        double cores = rate * micros("path.kafka") * COPIES + BROKERS * awake("kafka");
        double mean = rate / KeptTable.PEAK;
        double days = costs.of("log.raw.days") * costs.of("log.raw.event")
                + costs.of("log.refined.days") * costs.of("log.refined.event");
        double kept = mean * SECONDS_A_DAY * days * COPIES / BILLION;
        double archive = mean * SECONDS_A_DAY * 365 * costs.of("archive.event") / BILLION;
        double consents = size.people() * costs.of("log.consent.person") * COPIES / BILLION;
        return new Need("broker, and the event archive", cores, BROKERS, 0, kept + archive + consents);
    }
}
