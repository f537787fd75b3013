package dev.aisle.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Values that together switch each switch of the chart both ways. */
final class ValuesMatrix {
    static final Path PROJECT = Chart.project();
    static final Path FOLDER = PROJECT.resolve("deploy/helm/src/test/resources/values");

    private ValuesMatrix() {}

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
