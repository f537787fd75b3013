package dev.aisle.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * {@code files/routes.yaml} of the chart: the routes of the services' OpenAPI documents as patterns that an Ingress or a Gateway understands, and which of
 * them are public. The documents are those that a build of the services leaves in {@code target/openapi}.
 */
public final class RoutesFile {
    /** Where it lies in a checkout. */
    public static final String PLACE = "deploy/helm/aisle/files/routes.yaml";

    private static final String HEAD =
            "# What is served where: written from the services' OpenAPI documents by ./aisle k8s render --routes; e2e"
                    + " holds them together.\n";
    private static final List<String> SERVICES = List.of(
            "event-ingest-service", "profile-service", "recommender-service", "campaign-service", "privacy-service");
    /** Pages of staff; OpenAPI documents have none of them. */
    private static final String CONSOLE = "/console";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final String ANY = "[^/]+";

    private RoutesFile() {}

    /** Returns the whole file, by what the services' last build left. */
    public static String text(Path project) {
        var text = new StringBuilder(HEAD);
        for (String service : SERVICES) {
            text.append(service).append(":\n");
            JsonNode paths = document(project, service).path("paths");
            var byTemplate = new TreeMap<String, JsonNode>();
            paths.properties().forEach(entry -> byTemplate.put(entry.getKey(), entry.getValue()));
            text.append("  prefixes: [")
                    .append(String.join(", ", prefixes(byTemplate.keySet())))
                    .append("]\n  routes:\n");
            byTemplate.forEach((template, path) -> text.append(route(template, path)));
        }
        return text.toString();
    }

    private static JsonNode document(Path project, String service) {
        Path file = project.resolve(service).resolve("target/openapi/openapi.json");
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(file + " isn't there: build the services first, ./aisle build", e);
        }
    }

    private static Set<String> prefixes(Set<String> templates) {
        return Stream.concat(templates.stream(), Stream.of(CONSOLE))
                .map(template -> template.replaceFirst("^(/[^/{]+).*$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String route(String template, JsonNode path) {
        List<Operation> operations = Operation.of(template, path);
        return "    - {template: \"%s\", path: '%s', example: \"%s\", public: [%s], internal: [%s]}%n"
                .formatted(
                        template,
                        filled(template, path, false),
                        filled(template, path, true),
                        methods(operations, true),
                        methods(operations, false));
    }

    private static String methods(List<Operation> operations, boolean open) {
        return operations.stream()
                .filter(operation -> operation.open() == open)
                .map(Operation::method)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A template as a regular expression, or as a path that it matches. */
    private static String filled(String template, JsonNode path, boolean example) {
        Matcher matcher = PARAMETER.matcher(template);
        var text = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            text.append(literal(template.substring(from, matcher.start()), example));
            String pattern = pattern(matcher.group(1), path);
            text.append(example ? example(pattern) : pattern);
            from = matcher.end();
        }
        return text.append(literal(template.substring(from), example)).toString();
    }

    private static String literal(String text, boolean example) {
        return example ? text : text.replace(".", "\\.");
    }

    private static String example(String pattern) {
        return pattern.equals("/?") ? "" : pattern.equals(ANY) ? "x1" : pattern.replaceAll("^\\(|[|].*$|\\)$", "");
    }

    private static String pattern(String parameter, JsonNode path) {
        if (parameter.equals("slash")) {
            return "/?";
        }
        List<String> alternatives = StreamSupport.stream(path.spliterator(), false)
                .flatMap(operation ->
                        StreamSupport.stream(operation.path("parameters").spliterator(), false))
                .filter(each -> each.path("name").asText().equals(parameter))
                .flatMap(each -> alternatives(each.path("schema")))
                .distinct()
                .toList();
        return alternatives.isEmpty() ? ANY : "(" + String.join("|", alternatives) + ")";
    }

    /** The words that a parameter may be, when the document names them one by one. */
    private static Stream<String> alternatives(JsonNode schema) {
        String pattern = schema.path("pattern").asText();
        if (pattern.matches("\\((\\w+\\|)+\\w+\\)")) {
            return Stream.of(pattern.substring(1, pattern.length() - 1).split("\\|", -1));
        }
        return StreamSupport.stream(schema.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .filter(word -> word.matches("\\w+"));
    }
}
