package dev.aisle.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Values that together switch each switch of the chart both ways. */
final class ValuesMatrix {
    static final Path PROJECT = Chart.project();
    static final Path FOLDER = PROJECT.resolve("deploy/helm/src/test/resources/values");

    private static final Map<Path, List<JsonNode>> RENDERED = new ConcurrentHashMap<>();

    private ValuesMatrix() {}

    /** What the chart makes of values; each is rendered once, for nobody changes it. */
    static List<JsonNode> objects(Path values) {
        return RENDERED.computeIfAbsent(values, file -> new Chart(PROJECT).objects(file));
    }

    static List<Path> all() {
        try (Stream<Path> own = Files.list(FOLDER);
                Stream<Path> overlays = Files.list(PROJECT.resolve("k8s/overlays"))) {
            return Stream.concat(
                            own.sorted(),
                            overlays.map(overlay -> overlay.resolve("values.yaml"))
                                    .sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The values can't be listed", e);
        }
    }
}
