package dev.aisle.local.proof;

import dev.aisle.contracts.Topic;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Makes the topics keep seconds instead of days, in the same proportions: what takes a month in a shop is seen in a minute. */
final class ShortRetention {
    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final Duration SEGMENT = Duration.ofSeconds(5);

    private ShortRetention() {}

    /** For every topic that is there now, also those that refine has made for itself. */
    static void set(PortPlan ports) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ports.address(Part.KAFKA)))) {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            for (String topic : admin.listTopics().names().get()) {
                changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes(topic));
            }
            admin.incrementalAlterConfigs(changes).all().get();
        } catch (ExecutionException e) {
            throw new CommandFailure("The retention of the topics can't be set: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static List<AlterConfigOp> changes(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put("segment.ms", millis(SEGMENT));
        settings.put("file.delete.delay.ms", "1000");
        settings.put("max.compaction.lag.ms", millis(SEGMENT));
        settings.put("delete.retention.ms", "1000");
        settings.put("min.cleanable.dirty.ratio", "0.01");
        boolean byTime = List.of(Topic.values()).stream()
                .filter(topic -> topic.topicName().equals(name))
                .anyMatch(topic -> "delete".equals(topic.configuration().get("cleanup.policy")));
        if (byTime) {
            settings.put("retention.ms", millis(KEPT));
        }
        return settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
