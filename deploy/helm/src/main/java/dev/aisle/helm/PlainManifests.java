package dev.aisle.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The manifests for kubectl: the chart rendered for each overlay, one object a file. What is the same in all overlays lies in {@code base}. Jobs that
 * come before the services lie apart, for kubectl has no hooks.
 */
final class PlainManifests {
    private static final List<String> OVERLAYS = List.of("dev", "production");
    private static final String HEAD =
            "# Written from the Helm chart by ./aisle k8s render; change the chart or the values.yaml of an overlay.\n";
    private static final String SERVICES = "services";
    private static final String BEFORE = "before";

    private final Path project;
    private final YAMLMapper yaml = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    PlainManifests(Path project) {
        this.project = project;
    }

    /** By path in the checkout. */
    Map<String, String> files() {
        var chart = new Chart(project);
        var overlays = new LinkedHashMap<String, Map<String, String>>();
        for (String overlay : OVERLAYS) {
            var objects = new TreeMap<String, String>();
            for (JsonNode object : chart.objects(project.resolve("k8s/overlays/" + overlay + "/values.yaml"))) {
                objects.put(place(object), write(withoutHelm((ObjectNode) object)));
            }
            overlays.put(overlay, objects);
        }
        return laidOut(overlays);
    }

    private Map<String, String> laidOut(Map<String, Map<String, String>> overlays) {
        var files = new TreeMap<String, String>();
        var common = new TreeMap<>(overlays.values().iterator().next());
        overlays.values()
                .forEach(objects ->
                        common.entrySet().removeIf(entry -> !entry.getValue().equals(objects.get(entry.getKey()))));
        common.put(BEFORE + "/namespace.yaml", HEAD + NAMESPACE);
        common.forEach((place, text) -> files.put("k8s/base/" + place, text));
        for (String part : List.of(BEFORE, SERVICES)) {
            files.put("k8s/base/" + part + "/kustomization.yaml", kustomization(List.of(), of(part, common.keySet())));
        }
        overlays.forEach((overlay, objects) -> {
            var own = new TreeMap<>(objects);
            own.keySet().removeAll(common.keySet());
            own.forEach((place, text) -> files.put("k8s/overlays/" + overlay + "/" + place, text));
            for (String part : List.of(BEFORE, SERVICES)) {
                files.put(
                        "k8s/overlays/" + overlay + "/" + part + "/kustomization.yaml",
                        kustomization(List.of("../../../base/" + part), of(part, own.keySet())));
            }
        });
        return files;
    }

    private static List<String> of(String part, Collection<String> places) {
        return new TreeSet<>(places)
                .stream()
                        .filter(place -> place.startsWith(part + "/"))
                        .map(place -> place.substring(part.length() + 1))
                        .toList();
    }

    private static String kustomization(List<String> below, List<String> own) {
        var text = new StringBuilder(HEAD)
                .append(
                        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: aisle\nresources:\n");
        below.forEach(name -> text.append("  - ").append(name).append('\n'));
        own.forEach(name -> text.append("  - ").append(name).append('\n'));
        return text.toString();
    }

    private static final String NAMESPACE = """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: aisle
              labels:
                pod-security.kubernetes.io/enforce: restricted
                pod-security.kubernetes.io/warn: restricted
            """;

    private static String place(JsonNode object) {
        String kind = object.path("kind").asText();
        String name = object.path("metadata").path("name").asText();
        return (kind.equals("Job") ? BEFORE : SERVICES) + "/" + kind.toLowerCase(Locale.ROOT) + "-" + name + ".yaml";
    }

    /** Nothing of Helm is true here: not who manages the objects, nor its hooks. */
    private static ObjectNode withoutHelm(ObjectNode object) {
        var metadata = (ObjectNode) object.path("metadata");
        clean(metadata);
        JsonNode template = object.path("spec").path("template").path("metadata");
        if (template instanceof ObjectNode node) {
            clean(node);
        }
        JsonNode scheduled = object.path("spec")
                .path("jobTemplate")
                .path("spec")
                .path("template")
                .path("metadata");
        if (scheduled instanceof ObjectNode node) {
            clean(node);
        }
        return object;
    }

    private static void clean(ObjectNode metadata) {
        if (metadata.get("labels") instanceof ObjectNode labels) {
            labels.remove(List.of("helm.sh/chart", "app.kubernetes.io/managed-by"));
            if (labels.isEmpty()) {
                metadata.remove("labels");
            }
        }
        if (metadata.get("annotations") instanceof ObjectNode annotations) {
            annotations.remove("helm.sh/resource-policy");
            if (annotations.isEmpty()) {
                metadata.remove("annotations");
            }
        }
    }

    private String write(ObjectNode object) {
        try {
            return HEAD + yaml.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An object that was read can be written", e);
        }
    }
}
