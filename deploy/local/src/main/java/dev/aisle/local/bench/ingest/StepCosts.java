package dev.aisle.local.bench.ingest;

import dev.aisle.local.stack.Jcmd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * What each step of the door costs: the CPU time of the running process, sampled by Flight Recorder and given to the innermost
 * step on the stack.
 */
final class StepCosts {
    /** A step and the beginnings of the names of its classes, innermost steps first. */
    private static final Map<String, List<String>> STEPS = steps();

    private static final String REST = "HTTP, threads, the rest";
    private static final int PERIOD_MILLIS = 5;
    private static final String SAMPLE = "jdk.CPUTimeSample";
    private final long pid;
    private final Path folder;
    private final RuntimeThreads runtime;

    StepCosts(long pid, Path folder) {
        this.pid = pid;
        this.folder = folder;
        this.runtime = new RuntimeThreads(pid);
    }

    private static Map<String, List<String>> steps() {
        var steps = new LinkedHashMap<String, List<String>>();
        steps.put("find personal data in texts", List.of("dev.aisle.algorithms.privacy.pii."));
        steps.put(
                "pseudonymise",
                List.of(
                        "dev.aisle.algorithms.privacy.Pseudonym",
                        "dev.aisle.ingest.shared.identity.CurrentPseudonyms"));
        steps.put(
                "ask for consent",
                List.of("dev.aisle.platform.consent.", "dev.aisle.algorithms.privacy.ConsentDecision"));
        steps.put("minimise", List.of("dev.aisle.ingest.shared.events.FieldPurposes"));
        steps.put("write key, origin, rate", List.of("dev.aisle.ingest.settings.keys."));
        steps.put("parse JSON", List.of("dev.aisle.ingest.door.domain.Body"));
        steps.put("read the event", List.of("dev.aisle.ingest.door.domain.", "dev.aisle.ingest.shared.events."));
        steps.put("seal the payload", List.of("dev.aisle.platform.sealing.", "dev.aisle.algorithms.privacy.envelope."));
        steps.put("serialise the record", List.of("dev.aisle.ingest.door.usecase.DoorRecords"));
        steps.put("hand over to the producer", List.of("dev.aisle.ingest.shared.broker."));
        steps.put("answer", List.of("dev.aisle.ingest.protocols.segment.SegmentAnswers"));
        steps.put("producer's sender", List.of("org.apache.kafka.clients.producer.internals.Sender"));
        return steps;
    }

    /** Records until {@link #stop}. */
    void start() {
        var settings = folder.resolve("steps.jfc");
        try {
            Files.writeString(settings, """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration version="2.0">
                  <event name="jdk.CPUTimeSample"><setting name="enabled">true</setting><setting name="throttle">%dms</setting></event>
                </configuration>
                """.formatted(PERIOD_MILLIS));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + settings, e);
        }
        Jcmd.run(pid, "JFR.start", "name=steps", "settings=" + settings);
        runtime.begin();
    }

    /**
     * Step → seconds of CPU time, largest first.
     *
     * @param total what the process used meanwhile; what neither the samples nor the runtime's own threads explain stands in a
     *     line of its own: Flight Recorder loses samples, most of them in the kernel
     */
    Map<String, Double> stop(double total) {
        var ofRuntime = runtime.since();
        var file = folder.resolve("steps.jfr");
        Jcmd.run(pid, "JFR.stop", "name=steps", "filename=" + file);
        var samples = new LinkedHashMap<String, Integer>();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (event.getEventType().getName().equals(SAMPLE)) {
                    samples.merge(step(event), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return seconds(samples, ofRuntime, total);
    }

    private static Map<String, Double> seconds(
            Map<String, Integer> samples, Map<String, Double> ofRuntime, double total) {
        var seconds = new LinkedHashMap<String, Double>();
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> seconds.put(entry.getKey(), entry.getValue() * PERIOD_MILLIS / 1_000.0));
        seconds.putAll(ofRuntime);
        var explained =
                seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        seconds.put("not sampled", Math.max(0, total - explained));
        return seconds;
    }

    private static String step(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return REST;
        }
        var frames = event.getStackTrace().getFrames();
        return STEPS.entrySet().stream()
                .filter(step -> frames.stream().anyMatch(frame -> belongs(frame, step.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Optional.of(REST))
                .get();
    }

    private static boolean belongs(RecordedFrame frame, List<String> prefixes) {
        var name = frame.getMethod().getType().getName();
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
