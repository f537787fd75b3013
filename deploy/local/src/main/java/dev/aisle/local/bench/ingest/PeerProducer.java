package dev.aisle.local.bench.ingest;

import dev.aisle.contracts.Topic;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Kafka's own producer benchmark, {@code org.apache.kafka.tools.ProducerPerformance}, in a process of its own: the limit of
 * broker and machine for records of that size.
 */
final class PeerProducer {
    private static final Pattern RESULT = Pattern.compile(
            "(\\d+) records sent, ([\\d.]+) records/sec .*?, ([\\d.]+) ms avg latency.*?, (\\d+) ms 50th, (\\d+) ms 95th, (\\d+) ms 99th");
    private final Layout layout;

    PeerProducer(Layout layout) {
        this.layout = layout;
    }

    /** What the benchmark printed last. */
    record Result(double recordsPerSecond, int p50, int p95, int p99) {}

    Result run(int records, int recordBytes) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                layout.project().resolve("deploy/kafka/target/libs") + "/*",
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                Topic.PROBES.topicName(),
                "--num-records",
                Integer.toString(records),
                "--throughput",
                "-1",
                "--record-size",
                Integer.toString(recordBytes),
                "--producer-props",
                "bootstrap.servers=" + layout.ports().address(Part.KAFKA),
                "acks=all",
                "linger.ms=5",
                "batch.size=65536",
                "compression.type=none");
        return parse(output(command));
    }

    private static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CommandFailure("Kafka's producer benchmark failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start Kafka's producer benchmark", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static Result parse(String output) {
        var last = RESULT.matcher(output).results().reduce((_, later) -> later);
        return last.map(found -> new Result(
                        Double.parseDouble(found.group(2)),
                        Integer.parseInt(found.group(4)),
                        Integer.parseInt(found.group(5)),
                        Integer.parseInt(found.group(6))))
                .orElseThrow(() -> new CommandFailure("Kafka's producer benchmark printed no result: " + output));
    }
}
