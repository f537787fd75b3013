package dev.aisle.helm;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.TopicAccess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code files/access.yaml} of the chart: the access rules of the contract in the words of Strimzi's KafkaUser. */
public final class AccessFile {
    private static final String HEAD =
            "# Who may do what with the topics. Written from dev.aisle.contracts.TopicAccess by ./aisle k8s render; a test holds them together.\n";

    private AccessFile() {}

    /** The whole file. */
    public static String text() {
        var text = new StringBuilder(HEAD);
        for (TopicAccess access : TopicAccess.values()) {
            text.append(access.service()).append(":\n");
            rules(access).forEach(rule -> text.append("  - ").append(rule).append('\n'));
        }
        return text.toString();
    }

    private static List<String> rules(TopicAccess access) {
        List<String> rules = new ArrayList<>();
        Set<Topic> all = EnumSet.copyOf(access.reads());
        all.addAll(access.writes());
        all.addAll(access.describes());
        all.stream().sorted(Comparator.comparing(Topic::topicName)).forEach(topic -> {
            List<String> operations = new ArrayList<>();
            if (access.reads().contains(topic)) {
                operations.add("Read");
            }
            if (access.writes().contains(topic)) {
                operations.add("Write");
            }
            operations.add("Describe");
            rules.add(rule("topic", topic.topicName(), "literal", operations));
        });
        access.groups().forEach(group -> rules.add(rule("group", group, "literal", List.of("Read", "Describe"))));
        access.transactionalIds()
                .forEach(id -> rules.add(rule("transactionalId", id, "literal", List.of("Write", "Describe"))));
        access.streams().ifPresent(application -> {
            rules.add(rule("topic", application + "-", "prefix", List.of("All")));
            rules.add(rule("group", application, "prefix", List.of("Read", "Describe")));
            rules.add(rule("transactionalId", application + "-", "prefix", List.of("Write", "Describe")));
        });
        return rules;
    }

    private static String rule(String type, String name, String pattern, List<String> operations) {
        return "{type: %s, name: %s, pattern: %s, operations: [%s]}"
                .formatted(type, name, pattern, String.join(", ", operations));
    }

    /** The names of the services, in the file's order. */
    public static List<String> services() {
        return Arrays.stream(TopicAccess.values()).map(TopicAccess::service).toList();
    }
}
