package dev.aisle.local.faults;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can befall a part or a way between two. */
enum FaultKind {
    /** kill -9; it is started again at once. */
    KILL(Targets.PROCESSES, 0, 0, "dies"),
    /** Stopped and let go on: its connections stay. */
    HANG(Targets.PROCESSES, 3, 12, "hangs"),
    /** A fifth of the processor time that it wants. */
    SLOW(Targets.PROCESSES, 5, 10, "is slow"),
    /** Nothing can be written to any file. */
    FULL(Targets.WRITERS, 4, 8, "has no disk space"),
    CUT(Targets.WAYS, 3, 10, "is cut"),
    SILENCE(Targets.WAYS, 3, 12, "is silent"),
    LATE(Targets.WAYS, 6, 10, "is 300 ms late"),
    NARROW(Targets.WAYS, 6, 10, "hands on 40 kB/s"),
    CLOCK_AHEAD(Targets.CLOCKS, 6, 10, "has a clock ten minutes ahead"),
    CLOCK_BEHIND(Targets.CLOCKS, 6, 10, "has a clock a minute behind");

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<String> targets;

    private final int leastSeconds;
    private final int mostSeconds;
    private final String words;

    FaultKind(List<String> targets, int leastSeconds, int mostSeconds, String words) {
        this.targets = List.copyOf(targets);
        this.leastSeconds = leastSeconds;
        this.mostSeconds = mostSeconds;
        this.words = words;
    }

    List<String> targets() {
        return targets;
    }

    int leastSeconds() {
        return leastSeconds;
    }

    int mostSeconds() {
        return mostSeconds;
    }

    String words() {
        return words;
    }

    /** Who is there. */
    static final class Targets {
        static final String DATABASE = "database";
        static final String BROKER = "broker";
        static final String INGEST = "event-ingest-service";
        static final List<String> SERVICES =
                List.of(INGEST, "profile-service", "recommender-service", "campaign-service", "privacy-service");
        static final int REPLICAS = 2;
        /** Each service as often as it runs: {@code profile-service-1}. */
        static final List<String> INSTANCES = SERVICES.stream()
                .flatMap(service -> instances(service).stream())
                .toList();

        static final List<String> PROCESSES =
                Stream.concat(Stream.of(DATABASE, BROKER), INSTANCES.stream()).toList();
        static final List<String> WRITERS = Stream.concat(Stream.of(DATABASE, BROKER), instances(INGEST).stream())
                .toList();
        /** The database's clock isn't ours to turn. */
        static final List<String> CLOCKS =
                Stream.concat(Stream.of(BROKER), INSTANCES.stream()).toList();

        static final String CAMPAIGN_TO_RECOMMENDER = "campaign-service → recommender-service";
        static final String CAMPAIGN_TO_PRIVACY = "campaign-service → privacy-service";
        static final String CAMPAIGN_TO_PROFILE = "campaign-service → profile-service";
        static final List<String> WAYS = Stream.of(
                        SERVICES.stream().map(Targets::toBroker),
                        SERVICES.stream()
                                .filter(service -> !service.equals(INGEST))
                                .map(Targets::toDatabase),
                        Stream.of(CAMPAIGN_TO_RECOMMENDER, CAMPAIGN_TO_PRIVACY, CAMPAIGN_TO_PROFILE))
                .flatMap(ways -> ways)
                .toList();

        private Targets() {}

        /** The replicas of a service. */
        static List<String> instances(String service) {
            return IntStream.rangeClosed(1, REPLICAS)
                    .mapToObj(number -> service + "-" + number)
                    .toList();
        }

        static String toBroker(String service) {
            return service + " → " + BROKER;
        }

        static String toDatabase(String service) {
            return service + " → " + DATABASE;
        }
    }
}
