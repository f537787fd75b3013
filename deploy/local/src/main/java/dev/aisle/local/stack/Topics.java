package dev.aisle.local.stack;

import dev.aisle.contracts.Topic;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the suite. Services never create them: that is the operator's decision, here ours. */
final class Topics {
    private static final short REPLICAS = 1;

    private Topics() {}

    static void create(Admin admin) throws ExecutionException, InterruptedException {
        var wanted = Arrays.stream(Topic.values())
                .map(topic ->
                        new NewTopic(topic.topicName(), Topic.PARTITIONS, REPLICAS).configs(topic.configuration()))
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
