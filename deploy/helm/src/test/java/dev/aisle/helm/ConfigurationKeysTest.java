package dev.aisle.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key that the chart writes for a service is one that the service's code reads: an unknown one fails its start. */
class ConfigurationKeysTest {
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern DASH = Pattern.compile("-([a-z])");

    static List<Path> matrix() {
        return ValuesMatrix.all();
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyKeyIsRead(Path values) throws IOException {
        var sources = new TreeMap<String, List<String>>();
        for (JsonNode object : ValuesMatrix.objects(values)) {
            String properties =
                    object.path("data").path("application.properties").asText();
            if (properties.isEmpty()) {
                continue;
            }
            String name = object.at("/metadata/labels/app.kubernetes.io~1name").asText();
            String service = name.equals("event-ingest-refine") ? "event-ingest-service" : name;
            if (!sources.containsKey(service)) {
                sources.put(service, sources(service));
            }
            assertThat(keys(properties))
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(isRead(key, sources.get(service)))
                            .as(key)
                            .isTrue());
        }
        assertThat(sources).hasSize(5);
    }

    private static List<String> keys(String properties) {
        return properties
                .lines()
                .filter(line -> line.startsWith("aisle."))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    private static boolean isRead(String key, List<String> sources) {
        return sources.stream().anyMatch(text -> text.contains(key) || isMapped(key, text));
    }

    private static boolean isMapped(String key, String text) {
        Matcher mapping = MAPPING.matcher(text);
        if (!mapping.find() || !key.startsWith(mapping.group(1) + ".")) {
            return false;
        }
        String first = key.substring(mapping.group(1).length() + 1)
                .replaceAll("^\"[^\"]*\"\\.", "")
                .split("\\.", 2)[0];
        String method = DASH.matcher(first).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        return text.contains(" " + method + "()") || text.contains("@WithParentName");
    }

    /** The texts of the service, of the modules that it may host and of the platform. */
    private static List<String> sources(String service) throws IOException {
        var all = new TreeMap<String, String>();
        for (String module : List.of(service, "assistant", "text", "platform")) {
            try (Stream<Path> files =
                    Files.walk(ValuesMatrix.PROJECT.resolve(module).resolve("src/main"))) {
                for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                        .toList()) {
                    all.put(file.toString(), Files.readString(file));
                }
            }
        }
        return List.copyOf(all.values());
    }
}
