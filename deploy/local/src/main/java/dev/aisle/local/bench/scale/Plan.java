package dev.aisle.local.bench.scale;

import java.util.List;

/**
 * The model: costs are linear in events and in people, a core is planned half busy, and one instance may be lost at any time. What the machine of the
 * measurements has in common with yours decides how far that carries.
 */
final class Plan {
    private static final double BUSY = 0.5;
    private static final double CORES_AN_INSTANCE = 4;
    private static final double COPIES = 3;
    private static final double SECONDS_A_DAY = 86_400;
    /** Over a day the busiest time is about three times the mean. */
    private static final double PEAK = 3;

    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
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
        double view = size.people() * costs.of("heap.view.person") / BILLION;
        double day = rate / PEAK * SECONDS_A_DAY;
        double kept = size.people() * size.eventsPerPerson();
        return List.of(
                service("door", rate * micros("cpu.door.single"), view + 0.5, 0),
                service(
                        "refine",
                        rate * micros("cpu.refine"),
                        view + 0.5,
                        day * costs.of("disk.refine.event") / BILLION),
                service("profile-service", rate * micros("cpu.profile"), view + 1, 0),
                service(
                        "recommender-service",
                        rate * micros("cpu.recommender") + size.lists() * micros("cpu.list"),
                        view + 1 + size.products() * costs.of("heap.product") / BILLION,
                        0),
                service(
                        "campaign-service",
                        rate * micros("cpu.campaign") + size.decisions() * micros("cpu.decision"),
                        view + 1,
                        0),
                service("privacy-service", 0.1 + rate * micros("cpu.privacy"), view + 1, 0),
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
                database("database of privacy", 0.1, size.people() * costs.of("disk.privacy.person")),
                broker(size, rate));
    }

    private double micros(String cost) {
        return costs.of(cost) / MILLION;
    }

    private static Need service(String part, double cores, double heap, double disk) {
        int instances = 1 + (int) Math.max(1, Math.ceil(cores / BUSY / CORES_AN_INSTANCE));
        return new Need(part, cores, instances, heap, disk);
    }

    /** One that is written and one that follows it. */
    private static Need database(String part, double cores, double bytes) {
        return new Need(part, cores, 2, 0, 2 * bytes / BILLION);
    }

    /** Each record is written as often as there are copies, raw and refined, and kept as long as the topics say. */
    private Need broker(Size size, double rate) {
        double cores = rate * micros("path.kafka") * COPIES;
        double mean = rate / PEAK;
        double days = costs.of("log.raw.days") * costs.of("log.raw.event")
                + costs.of("log.refined.days") * costs.of("log.refined.event");
        double kept = mean * SECONDS_A_DAY * days * COPIES / BILLION;
        double archive = mean * SECONDS_A_DAY * 365 * costs.of("archive.event") / BILLION;
        double consents = size.people() * costs.of("log.consent.person") * COPIES / BILLION;
        return new Need("broker, and the event archive", cores, 3, 0, kept + archive + consents);
    }
}
