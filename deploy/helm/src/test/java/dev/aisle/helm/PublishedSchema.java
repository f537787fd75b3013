package dev.aisle.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Schema of an operator's resource from its published CustomResourceDefinition. An API server drops silently what a structural schema doesn't name, so
 * here such a field is an error. Rules in CEL ({@code x-kubernetes-validations}) aren't evaluated.
 */
final class PublishedSchema {
    private static final Path FOLDER = ValuesMatrix.PROJECT.resolve("deploy/helm/src/test/resources/crds");
    private static final String KEEPS_UNKNOWN = "x-kubernetes-preserve-unknown-fields";
    private static final String ADDITIONAL = "additionalProperties";

    private final Map<String, JsonSchema> served = new HashMap<>();

    PublishedSchema() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                Chart.parse(Files.readString(file)).forEach(this::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The definitions can't be read", e);
        }
    }

    private void add(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        Pods.each(spec.path("versions"))
                .filter(version -> version.path("served").asBoolean())
                .forEach(version -> served.put(
                        spec.path("group").asText() + "/" + version.path("name").asText() + "/"
                                + spec.at("/names/kind").asText(),
                        schema(version.at("/schema/openAPIV3Schema"))));
    }

    private static JsonSchema schema(JsonNode published) {
        ObjectNode root = published.deepCopy();
        closed(root);
        // The server knows these itself, whatever a definition says of them.
        for (String own : List.of("apiVersion", "kind", "metadata")) {
            root.withObjectProperty("properties").putObject(own);
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(root);
    }

    /** Forbids what pruning would drop; what stands under {@code anyOf} and the like only restricts, and names no fields of its own. */
    private static void closed(ObjectNode schema) {
        if (schema.path(KEEPS_UNKNOWN).asBoolean()) {
            return;
        }
        JsonNode properties = schema.path("properties");
        properties.forEach(PublishedSchema::closedIfObject);
        closedIfObject(schema.path("items"));
        closedIfObject(schema.path(ADDITIONAL));
        if (schema.path("type").asText().equals("object") && !schema.has(ADDITIONAL)) {
            schema.put(ADDITIONAL, false);
            if (schema.path("x-kubernetes-embedded-resource").asBoolean()) {
                List.of("apiVersion", "kind", "metadata")
                        .forEach(own -> schema.withObjectProperty("properties").putObject(own));
            }
        }
    }

    private static void closedIfObject(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            closed(object);
        }
    }

    /** Whether an operator of these serves the type, written {@code group/version/Kind}. */
    boolean knows(String type) {
        return served.containsKey(type);
    }

    /** Throws an {@link AssertionError} with what is wrong. */
    void check(String type, JsonNode object) {
        JsonSchema schema = served.get(type);
        if (schema == null) {
            throw new AssertionError("No operator serves " + type + ", of " + served.keySet());
        }
        var errors = schema.validate(object);
        if (!errors.isEmpty()) {
            throw new AssertionError(TypedModel.name(object) + ": " + errors);
        }
    }
}
