package dev.aisle.privacy;

import com.google.protobuf.Duration;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.EnforcementReport;
import dev.aisle.privacy.consent.enforcement.EnforcementPoints;
import dev.aisle.testing.TestRecords;
import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** One process of each other service, as far as its reports go. */
final class OtherPoints {
    private final Map<String, String> instances = new ConcurrentHashMap<>();

    /** All have all consents that there are and will be. */
    void enforceAll() {
        Services.OTHERS.forEach(service -> report(service, Long.MAX_VALUE, false));
        awaitRead();
    }

    /** One has none. */
    void enforceNothing(String service) {
        report(service, 0, false);
        awaitRead();
    }

    /** One tells what nobody understands. */
    void garble(String service) {
        TestRecords.write(
                Topic.ENFORCEMENT_POINTS, instance(service), "no protobuf at all".getBytes(StandardCharsets.UTF_8));
    }

    /** All end. */
    void leave() {
        instances.keySet().forEach(service -> report(service, 0, true));
        instances.clear();
        awaitRead();
    }

    /** A door that isn't known yet isn't waited for, and one that has left without being known to still is. */
    private static void awaitRead() {
        EnforcementPoints points =
                Arc.container().instance(EnforcementPoints.class).get();
        Awaitility.await().until(() -> points.upToDate(java.time.Duration.ofSeconds(1)));
    }

    private String instance(String service) {
        return instances.computeIfAbsent(service, name -> UUID.randomUUID().toString());
    }

    private void report(String service, long nextOffset, boolean left) {
        EnforcementReport report = EnforcementReport.newBuilder()
                .setService(service)
                .setInstance(instance(service))
                .putAllNextOffsets(IntStream.range(0, Topic.PARTITIONS)
                        .boxed()
                        .collect(Collectors.toMap(partition -> partition, partition -> nextOffset)))
                .setLeft(left)
                .setToleratedSilence(Duration.newBuilder().setSeconds(left ? 10 : 60))
                .build();
        TestRecords.write(Topic.ENFORCEMENT_POINTS, report.getInstance(), report.toByteArray());
    }
}
