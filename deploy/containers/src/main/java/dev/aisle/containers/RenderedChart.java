package dev.aisle.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.helm.Chart;
import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renders the chart in a JVM of its own: Helm's library brings Go's own handling of signals into the one that loads it, which then ignores Ctrl-C. */
final class RenderedChart {
    private RenderedChart() {}

    /** {@code PROJECT VALUES OUT}: writes the objects as a list in JSON. */
    public static void main(String... words) throws IOException {
        List<JsonNode> objects = new Chart(Path.of(words[0])).objects(Path.of(words[1]));
        Files.write(Path.of(words[2]), new ObjectMapper().writeValueAsBytes(objects));
    }

    /** Returns the objects that Helm would send to a cluster, with the jobs. */
    static List<JsonNode> objects(Path project, Path values) {
        Path out = values.resolveSibling("objects.json");
        Engine.Answer answer = Engine.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RenderedChart.class.getName(),
                        project.toString(),
                        values.toString(),
                        out.toString()),
                Map.of());
        if (answer.exit() != 0) {
            throw new CommandFailure("The chart can't be rendered:\n" + answer.end());
        }
        try {
            List<JsonNode> objects = new ArrayList<>();
            new ObjectMapper().readTree(out.toFile()).forEach(objects::add);
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException("The rendered chart in " + out + " can't be read", e);
        }
    }
}
