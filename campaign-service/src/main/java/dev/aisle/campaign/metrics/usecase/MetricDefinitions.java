package dev.aisle.campaign.metrics.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The metrics of the file {@code metrics.yaml}. */
@Singleton
public class MetricDefinitions {
    private final Set<String> ids;

    MetricDefinitions(ObjectMapper json) {
        this.ids = read(json);
    }

    /** The ids that an experiment may name. */
    public Set<String> ids() {
        return ids;
    }

    private static Set<String> read(ObjectMapper json) {
        try (InputStream file = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("metrics.yaml"), "metrics.yaml")) {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            Set<String> all = new TreeSet<>();
            for (JsonNode metric : json.<JsonNode>valueToTree(loaded)) {
                all.add(metric.path("id").textValue());
            }
            return Set.copyOf(all);
        } catch (IOException e) {
            throw new IllegalStateException("metrics.yaml can't be read", e);
        }
    }
}
