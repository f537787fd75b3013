package dev.aisle.campaign.experiments.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.contracts.events.v1.EventType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The metrics of this shop. A file that can't be used ends the start. */
@Singleton
public class MetricDefinitions {
    private static final String SHIPPED = "metrics.yaml";
    private static final Set<String> EVENTS = Arrays.stream(EventType.values())
            .filter(type -> type != EventType.EVENT_TYPE_UNSPECIFIED && type != EventType.UNRECOGNIZED)
            .map(EventType::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    MetricDefinitions(MetricSettings settings, ObjectMapper json) {
        String name = settings.file().map(Object::toString).orElse(SHIPPED);
        try {
            JsonNode tree = json.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text(settings)));
            MetricsReader.read(tree, EVENTS).forEach(metric -> metrics.put(metric.id(), metric));
        } catch (IOException | YAMLException | InvalidMetricsException e) {
            throw new IllegalStateException("aisle.metrics.file: " + name + " can't be read: " + e.getMessage(), e);
        }
    }

    private static String text(MetricSettings settings) throws IOException {
        if (settings.file().isPresent()) {
            return Files.readString(settings.file().get());
        }
        try (InputStream shipped =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(SHIPPED)) {
            if (shipped == null) {
                throw new IOException("it isn't among the resources");
            }
            return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The ids that experiments may name. */
    public Set<String> ids() {
        return Set.copyOf(metrics.keySet());
    }

    /** All, in the order of the file. */
    public List<Metric> all() {
        return List.copyOf(metrics.values());
    }

    /** One of them. */
    public Optional<Metric> byId(String id) {
        return Optional.ofNullable(metrics.get(id));
    }
}
