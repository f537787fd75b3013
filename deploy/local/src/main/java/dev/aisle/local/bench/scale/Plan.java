package dev.aisle.local.bench.scale;

import java.util.List;

/**
 * The model: each instance takes something as soon as events come, whatever the rate (it asks, commits and answers as often); beyond that costs are linear in
 * events and in people. A core is planned half busy, and one instance may be lost at any time. What the machine of the measurements has in common with
 * yours decides how far that carries.
 */
final class Plan {
    private static final double BUSY = 0.5;
    private static final double CORES_AN_INSTANCE = 4;
    private static final double COPIES = 3;
    /** One server had the databases of four services when it was measured. */
    private static final double DATABASES = 4;

    private static final int BROKERS = 3;
    private static final double SECONDS_A_DAY = 86_400;
    /** Over a day the busiest time is about three times the mean. */
    private static final double PEAK = 3;

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
        double threads = size.eventsPerSecond() * micros("cpu.thread.refine") / BUSY;
        return LEAST_PARTITIONS * (int) Math.max(1, Math.ceil(threads / LEAST_PARTITIONS));
    }

    /** What each part takes. */
    List<Need> of(Size size) {
        double rate = size.eventsPerSecond();
        double day = rate / PEAK * SECONDS_A_DAY;
        double kept = size.people() * size.eventsPerPerson();
        return List.of(
                service(
                        "door",
                        rate * micros("cpu.door.single"),
                        costs.of("rest.event-ingest-service"),
                        heap("door", size),
                        0),
                service(
                        "refine",
                        rate * micros("cpu.refine"),
                        awake("event-ingest-service"),
                        heap("refine", size),
                        day * costs.of("disk.refine.event") / BILLION),
                service(
                        "profile-service",
                        rate * micros("cpu.profile"),
                        awake("profile-service"),
                        heap("profile", size),
                        0),
                service(
                        "recommender-service",
                        rate * micros("cpu.recommender") + size.lists() * micros("cpu.list"),
                        awake("recommender-service"),
                        heap("recommender", size) + size.products() * costs.of("heap.product") / BILLION,
                        0),
                service(
                        "campaign-service",
                        rate * micros("cpu.campaign") + size.decisions() * micros("cpu.decision"),
                        awake("campaign-service"),
                        heap("campaign", size),
                        0),
                service(
                        "privacy-service",
                        rate * micros("cpu.privacy"),
                        awake("privacy-service"),
                        heap("privacy", size),
                        0),
                database(
                        "database of profiles",
                        rate * micros("cpu.profile.database"),
                        size.people() * costs.of("disk.profile.person")),
                database(
                        "database of the recommender",
                        rate * micros("cpu.recommender.database"),
                        kept * costs.of("disk.recommender.event")),
                database(
                        "database of campaigns",
                        rate * micros("cpu.campaign.database") + size.decisions() * micros("cpu.decision.database"),
                        size.people() * costs.of("disk.campaign.person") + kept * costs.of("disk.campaign.event")),
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

    private static Need service(String part, double cores, double each, double heap, double disk) {
        int instances = 1 + (int) Math.max(1, Math.ceil(cores / (BUSY * CORES_AN_INSTANCE - each)));
        return new Need(part, cores + instances * each, instances, heap, disk);
    }

    /** One that is written and one that follows it. */
    private Need database(String part, double cores, double bytes) {
        return new Need(part, cores + awake("postgres") / DATABASES, 2, 0, 2 * bytes / BILLION);
    }

    /** Each record is written as often as there are copies, raw and refined, and kept as long as the topics say. */
    private Need broker(Size size, double rate) {
        double cores = rate * micros("path.kafka") * COPIES + BROKERS * awake("kafka");
        double mean = rate / PEAK;
        double days = costs.of("log.raw.days") * costs.of("log.raw.event")
                + costs.of("log.refined.days") * costs.of("log.refined.event");
        double kept = mean * SECONDS_A_DAY * days * COPIES / BILLION;
        double archive = mean * SECONDS_A_DAY * 365 * costs.of("archive.event") / BILLION;
        double consents = size.people() * costs.of("log.consent.person") * COPIES / BILLION;
        return new Need("broker, and the event archive", cores, BROKERS, 0, kept + archive + consents);
    }
}
