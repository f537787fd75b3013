package dev.aisle.containers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects that the chart renders, by what becomes of them under the engine.
 *
 * @param services by name, in the chart's order: Deployments and StatefulSets
 * @param jobs     by name: what comes before the services
 * @param documents ConfigMaps and PersistentVolumeClaims by kind and name, such as {@code ConfigMap/profile-service}
 */
record ChartPods(Map<String, JsonNode> services, Map<String, JsonNode> jobs, Map<String, JsonNode> documents) {
    ChartPods {
        services = new LinkedHashMap<>(services);
        jobs = new LinkedHashMap<>(jobs);
        documents = new LinkedHashMap<>(documents);
    }

    static ChartPods of(List<JsonNode> objects) {
        ChartPods pods = new ChartPods(Map.of(), Map.of(), Map.of());
        for (JsonNode object : objects) {
            String kind = object.path("kind").asText();
            String name = object.at("/metadata/name").asText();
            switch (kind) {
                case "Deployment", "StatefulSet" -> pods.services.put(name, object);
                case "Job" -> pods.jobs.put(name, object);
                case "ConfigMap", "PersistentVolumeClaim" -> pods.documents.put(kind + "/" + name, object);
                default -> {
                    // What only a cluster has a use for: notExercised names it.
                }
            }
        }
        return pods;
    }

    /** Returns the workload of this name. */
    JsonNode workload(String name) {
        JsonNode found = services.containsKey(name) ? services.get(name) : jobs.get(name);
        if (found == null) {
            throw new IllegalArgumentException("The chart has no workload " + name + ": " + services.keySet());
        }
        return found;
    }

    int replicas(String name) {
        return workload(name).at("/spec/replicas").asInt(1);
    }

    /** Whether a new pod comes before the old one goes. */
    boolean rolls(String name) {
        return workload(name).at("/spec/strategy/type").asText().equals("RollingUpdate");
    }

    /** Returns the service whose image a workload runs. */
    static Part service(String workload) {
        return Part.services().stream()
                .filter(part -> part.label().equals(workload.replace("-refine", "-service")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service has an image for " + workload + "."));
    }

    JsonNode container(String name) {
        return workload(name).at("/spec/template/spec/containers/0");
    }

    int graceSeconds(String name) {
        return workload(name)
                .at("/spec/template/spec/terminationGracePeriodSeconds")
                .asInt(30);
    }

    /** Returns the bytes that a container may have at most. */
    static long memoryLimit(JsonNode container) {
        return bytes(container.at("/resources/limits/memory").asText());
    }

    static long bytes(String quantity) {
        List<String> units = List.of("", "Ki", "Mi", "Gi");
        String unit = quantity.replaceFirst("^[0-9]+", "");
        int power = units.indexOf(unit);
        if (power < 0) {
            throw new IllegalArgumentException("No quantity of memory: " + quantity);
        }
        return Long.parseLong(quantity.substring(0, quantity.length() - unit.length())) << (10 * power);
    }

    /** Returns the kinds that were rendered and that nothing here makes use of. */
    static List<String> notExercised(List<JsonNode> objects) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode object : objects) {
            String kind = object.path("kind").asText();
            if (!List.of("Deployment", "StatefulSet", "Job", "ConfigMap", "PersistentVolumeClaim", "Service")
                            .contains(kind)
                    && !kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
