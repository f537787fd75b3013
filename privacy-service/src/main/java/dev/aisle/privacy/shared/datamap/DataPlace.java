package dev.aisle.privacy.shared.datamap;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Holding;
import dev.aisle.contracts.common.v1.Purpose;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is held of persons in one place.
 *
 * @param service who holds it; {@code every service} for what all with a database have
 * @param kind {@code table}, {@code topic} or {@code store}
 * @param name of the table or topic
 * @param what in a word
 * @param source where it comes from
 * @param retention how long it stays
 * @param outlivesErasure why it does; empty: it doesn't
 * @param readBy services that read it too
 */
public record DataPlace(
        String service,
        String kind,
        String name,
        String what,
        String source,
        String retention,
        String outlivesErasure,
        List<String> readBy,
        List<Field> fields) {
    private static final String UNTIL_ERASED = "until the person is erased";

    public DataPlace {
        readBy = List.copyOf(readBy);
        fields = List.copyOf(fields);
    }

    /** A field and what it is kept for. */
    public record Field(String name, List<String> purposes) {
        public Field {
            purposes = List.copyOf(purposes);
        }
    }

    /** Everything. */
    public static List<DataPlace> all() {
        return DataMap.places().stream().flatMap(DataPlace::of).toList();
    }

    /** What a service holds or reads. */
    public static List<DataPlace> seenBy(String service) {
        return DataMap.places().stream()
                .filter(place -> place.isSeenBy(service))
                .flatMap(DataPlace::of)
                .toList();
    }

    /** What lies sealed in topics. */
    public static List<DataPlace> sealed() {
        return DataMap.places().stream()
                .filter(DataMap.Place::isSealedInTopics)
                .flatMap(DataPlace::of)
                .toList();
    }

    private static Stream<DataPlace> of(DataMap.Place place) {
        Holding holding = place.holding();
        if (holding.getTopicsCount() > 0) {
            return holding.getTopicsList().stream().map(topic -> of(place, "topic", topic, retentionOf(topic)));
        }
        boolean table = !holding.getTable().isEmpty();
        String retention = holding.getRetention().isEmpty() ? UNTIL_ERASED : holding.getRetention();
        return Stream.of(of(
                place,
                table ? "table" : "store",
                table ? holding.getTable() : holding.getStore(),
                holding.getOutlivesErasure().isEmpty() ? retention : "unlimited"));
    }

    private static DataPlace of(DataMap.Place place, String kind, String name, String retention) {
        Holding holding = place.holding();
        return new DataPlace(
                holding.getService().isEmpty() ? "every service" : holding.getService(),
                kind,
                name,
                holding.getSection(),
                holding.getSource(),
                retention,
                holding.getOutlivesErasure(),
                holding.getReadByList(),
                place.fields().stream()
                        .map(field -> new Field(
                                field.name(),
                                field.purposes().stream()
                                        .map(DataPlace::wireName)
                                        .toList()))
                        .toList());
    }

    private static String wireName(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    private static String retentionOf(String topicName) {
        Map<String, String> configuration = Arrays.stream(Topic.values())
                .filter(topic -> topic.topicName().equals(topicName))
                .findFirst()
                .orElseThrow()
                .configuration();
        String millis = configuration.get("retention.ms");
        return millis == null
                ? "the last state, " + UNTIL_ERASED
                : Duration.ofMillis(Long.parseLong(millis)).toString();
    }
}
