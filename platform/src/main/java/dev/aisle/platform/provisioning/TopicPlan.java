package dev.aisle.platform.provisioning;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.TopicAccess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * How the topics shall be on a broker.
 *
 * @param partitions of each topic
 * @param replicas of each partition
 * @param minInSync how many of them must have a record before it is acknowledged
 * @param principals who a service is for the broker, {@code User:…} by the service's name; no access is given when empty
 */
record TopicPlan(int partitions, short replicas, int minInSync, Map<String, String> principals) {
    private static final String ANY_HOST = "*";

    TopicPlan {
        principals = Map.copyOf(principals);
    }

    /** By {@code aisle.topics.partitions}, {@code .replicas}, {@code .min-in-sync} and {@code .principals} (service=User:…;…). */
    static TopicPlan of(Settings settings) {
        int partitions = settings.number("aisle.topics.partitions", Topic.PARTITIONS);
        int replicas = settings.number("aisle.topics.replicas", 3);
        int minInSync = settings.number("aisle.topics.min-in-sync", Math.max(1, replicas - 1));
        if (partitions < 1 || replicas < 1 || minInSync < 1 || minInSync > replicas) {
            throw new JobFailure(
                    "AISLE_TOPICS_PARTITIONS and AISLE_TOPICS_REPLICAS must be 1 or more, and AISLE_TOPICS_MIN_IN_SYNC"
                            + " between 1 and the replicas; they are " + partitions + ", " + replicas + " and "
                            + minInSync + ".");
        }
        return new TopicPlan(
                partitions,
                (short) replicas,
                minInSync,
                principals(settings.get("aisle.topics.principals").orElse("")));
    }

    /** A principal has commas in it when it is a certificate's subject, so a semicolon parts them. */
    private static Map<String, String> principals(String text) {
        Map<String, String> all = new HashMap<>();
        for (String each : text.split(";", -1)) {
            if (each.isBlank()) {
                continue;
            }
            int equals = each.indexOf('=');
            String service = equals < 0 ? each : each.substring(0, equals).strip();
            if (equals < 0 || TopicAccess.of(service).isEmpty()) {
                throw new JobFailure("AISLE_TOPICS_PRINCIPALS: expected service=User:…, parted by semicolons, found \""
                        + each.strip() + "\"; the services are "
                        + Arrays.stream(TopicAccess.values())
                                .map(TopicAccess::service)
                                .toList());
            }
            all.put(service, each.substring(equals + 1).strip());
        }
        return all;
    }

    Stream<String> names() {
        return Arrays.stream(Topic.values()).map(Topic::topicName);
    }

    Map<String, String> configuration(Topic topic) {
        Map<String, String> all = new HashMap<>(topic.configuration());
        all.put("min.insync.replicas", Integer.toString(minInSync));
        return all;
    }

    /** Every rule, of every service that has a principal. */
    List<AclBinding> access() {
        List<AclBinding> all = new ArrayList<>();
        for (TopicAccess access : TopicAccess.values()) {
            String principal = principals.get(access.service());
            if (principal != null) {
                addAccess(all, access, principal);
            }
        }
        return all;
    }

    private static void addAccess(List<AclBinding> all, TopicAccess access, String principal) {
        access.reads().forEach(topic -> add(all, principal, topic(topic), AclOperation.READ, AclOperation.DESCRIBE));
        access.writes().forEach(topic -> add(all, principal, topic(topic), AclOperation.WRITE, AclOperation.DESCRIBE));
        access.describes().forEach(topic -> add(all, principal, topic(topic), AclOperation.DESCRIBE));
        access.groups()
                .forEach(group -> add(
                        all, principal, exact(ResourceType.GROUP, group), AclOperation.READ, AclOperation.DESCRIBE));
        access.transactionalIds()
                .forEach(id -> add(
                        all,
                        principal,
                        exact(ResourceType.TRANSACTIONAL_ID, id),
                        AclOperation.WRITE,
                        AclOperation.DESCRIBE));
        access.streams().ifPresent(application -> addStream(all, principal, application));
    }

    /** A stream makes, cleans and deletes topics of its own, whose names begin with its id. */
    private static void addStream(List<AclBinding> all, String principal, String application) {
        add(all, principal, prefixed(ResourceType.TOPIC, application + "-"), AclOperation.ALL);
        add(all, principal, prefixed(ResourceType.GROUP, application), AclOperation.READ, AclOperation.DESCRIBE);
        add(
                all,
                principal,
                prefixed(ResourceType.TRANSACTIONAL_ID, application + "-"),
                AclOperation.WRITE,
                AclOperation.DESCRIBE);
    }

    private static void add(
            List<AclBinding> all, String principal, ResourcePattern pattern, AclOperation... operations) {
        for (AclOperation operation : operations) {
            AclBinding binding = new AclBinding(
                    pattern, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
            if (!all.contains(binding)) {
                all.add(binding);
            }
        }
    }

    private static ResourcePattern topic(Topic topic) {
        return exact(ResourceType.TOPIC, topic.topicName());
    }

    private static ResourcePattern exact(ResourceType type, String name) {
        return new ResourcePattern(type, name, PatternType.LITERAL);
    }

    private static ResourcePattern prefixed(ResourceType type, String name) {
        return new ResourcePattern(type, name, PatternType.PREFIXED);
    }
}
