package dev.aisle.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the suite. Services never create them: that is the operator's decision, here ours. */
public final class Topics {
    public static final String EVENTS = "aisle.events.v1";
    private static final int PARTITIONS = 6;
    private static final short REPLICAS = 1;
    private static final Map<String, String> COMPACTED =
            Map.of("cleanup.policy", "compact", "segment.bytes", "67108864");

    private Topics() {}

    private static Map<String, Map<String, String>> all() {
        var topics = new LinkedHashMap<String, Map<String, String>>();
        for (var plain : Set.of(
                "aisle.events.raw.v1",
                EVENTS,
                "aisle.events.rejected.v1",
                "aisle.erasure-receipts.v1",
                "aisle.segments.v1",
                "aisle.exposures.v1",
                "aisle.messages.v1",
                "aisle.dead-letters.v1")) {
            topics.put(plain, Map.of());
        }
        for (var compacted : Set.of("aisle.catalog.v1", "aisle.consents.v1", "aisle.erasures.v1")) {
            topics.put(compacted, COMPACTED);
        }
        return topics;
    }

    static void create(Admin admin) throws ExecutionException, InterruptedException {
        var wanted = all().entrySet().stream()
                .map(topic -> new NewTopic(topic.getKey(), PARTITIONS, REPLICAS).configs(topic.getValue()))
                .collect(Collectors.toSet());
        for (var created : admin.createTopics(wanted).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
