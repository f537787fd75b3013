package dev.aisle.ingest.operations;

import dev.aisle.contracts.Topic;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures how far events have come: what each stage keeps, and how far its readers are behind. */
@Singleton
class MeasureFlow {
    /** The way of an event. */
    private static final List<Topic> MAIN = List.of(Topic.EVENTS_RAW, Topic.EVENTS);

    /** What goes beside it. */
    private static final List<Topic> BESIDE = List.of(
            Topic.CATALOG_RAW,
            Topic.CATALOG,
            Topic.CONSENTS,
            Topic.ERASURES,
            Topic.ERASURE_RECEIPTS,
            Topic.SEGMENTS,
            Topic.EXPOSURES,
            Topic.MESSAGES,
            Topic.EVENTS_REJECTED,
            Topic.DEAD_LETTERS);

    private final BrokerOffsets offsets;

    MeasureFlow(BrokerOffsets offsets) {
        this.offsets = offsets;
    }

    /**
     * The stages.
     *
     * @param raw what the door took
     * @param refined what may be used
     * @param beside everything else
     */
    public record Flow(Stage raw, Stage refined, List<Stage> beside) {
        public Flow {
            beside = List.copyOf(beside);
        }
    }

    /** As it stands; empty when the broker doesn't answer. */
    public Optional<Flow> now() {
        List<String> topics = Stream.concat(MAIN.stream(), BESIDE.stream())
                .map(Topic::topicName)
                .toList();
        return offsets.stages(topics)
                .map(stages -> new Flow(stages.get(0), stages.get(1), stages.subList(MAIN.size(), stages.size())));
    }
}
