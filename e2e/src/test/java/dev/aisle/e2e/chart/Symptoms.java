package dev.aisle.e2e.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The state of a cluster in one line, for a failure: groups of consumers, how far they are behind, and what pods complained of last. */
final class Symptoms {
    private static final Set<String> COMPLAINTS = Set.of("WARN", "ERROR");
    /** Says of every attempt that the broker was away. */
    private static final String CONNECTIONS = "org.apache.kafka.clients.NetworkClient";

    private final SmallCluster cluster;

    Symptoms(SmallCluster cluster) {
        this.cluster = cluster;
    }

    /** Asks the broker, and reads the logs. */
    String now() {
        List<String> all = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.ports().address(Part.KAFKA)))) {
            groups(admin, all);
        } catch (ExecutionException | TimeoutException e) {
            all.add("the broker says nothing of groups: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (String pod : cluster.kubelet().addresses().keySet()) {
            all.add(pod + (cluster.kubelet().isAlive(pod) ? "" : " is dead") + lastComplaint(pod));
        }
        return String.join(" | ", all);
    }

    private static void groups(Admin admin, List<String> all)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<String> names = got(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .sorted()
                .toList();
        Map<String, ConsumerGroupDescription> described =
                got(admin.describeConsumerGroups(names).all());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = got(admin.listConsumerGroupOffsets(
                        names.stream().collect(Collectors.toMap(name -> name, _ -> new ListConsumerGroupOffsetsSpec())))
                .all());
        for (String name : names) {
            ConsumerGroupDescription group = described.get(name);
            long assigned = group.members().stream()
                    .mapToLong(member -> member.assignment().topicPartitions().size())
                    .sum();
            all.add("%s %s members %d partitions %d behind %s"
                    .formatted(
                            name,
                            group.groupState(),
                            group.members().size(),
                            assigned,
                            behind(admin, committed.getOrDefault(name, Map.of()))));
        }
    }

    private static Map<String, Long> behind(Admin admin, Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, Long> lags = new TreeMap<>();
        var ends = got(admin.listOffsets(
                        committed.keySet().stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                .all());
        ends.forEach((partition, end) -> {
            OffsetAndMetadata next = committed.get(partition);
            lags.merge(partition.topic(), end.offset() - (next == null ? 0 : next.offset()), Long::sum);
        });
        return lags;
    }

    private static <T> T got(KafkaFuture<T> answer) throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(10, TimeUnit.SECONDS);
    }

    private String lastComplaint(String pod) {
        try {
            return cluster.kubelet()
                    .log(pod)
                    .lines()
                    .filter(line -> line.startsWith("{") && line.endsWith("}"))
                    .map(Json::read)
                    .filter(line -> COMPLAINTS.contains(line.path("level").asText())
                            && !line.path("loggerName").asText().equals(CONNECTIONS))
                    .reduce((_, last) -> last)
                    .map(Symptoms::said)
                    .orElse(" complains of nothing");
        } catch (IOException e) {
            return " has no log: " + e.getMessage();
        }
    }

    private static String said(JsonNode line) {
        return " " + line.path("timestamp").asText() + " "
                + line.path("message").asText();
    }
}
