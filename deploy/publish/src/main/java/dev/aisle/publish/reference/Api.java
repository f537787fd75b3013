package dev.aisle.publish.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls of a service over HTTP, from the OpenAPI document that its build leaves. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete", "head", "options");

    private final JsonNode document;
    private final RouteTable routes;

    private Api(JsonNode document, RouteTable routes) {
        this.document = document;
        this.routes = routes;
    }

    /** Where a build leaves the document of a service. */
    public static Path document(Path project, String service) {
        return project.resolve(service).resolve("target/openapi/openapi.json");
    }

    /**
     * Reads an OpenAPI document.
     *
     * @param readme the service's page, whose table of routes tells more of some calls
     */
    public static Api of(Path file, String readme) {
        try {
            return new Api(JSON.readTree(Files.readString(file)), RouteTable.of(readme));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The page, in Markdown: calls by their tags, then what goes in and out. */
    public String page(String service) {
        StringBuilder page = new StringBuilder("# API of " + service + "\n\n");
        page.append("What `/q/openapi` of the running service says too. A bearer token is needed unless a call"
                        + " says otherwise; errors are ")
                .append("[problems](https://www.rfc-editor.org/rfc/rfc9457) that name the field and the remedy.\n");
        for (Map.Entry<String, List<String>> tag : calls().entrySet()) {
            page.append("\n## ").append(tag.getKey()).append("\n");
            tag.getValue().forEach(page::append);
        }
        schemas(page);
        return page.toString();
    }

    private Map<String, List<String>> calls() {
        Map<String, List<String>> byTag = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                JsonNode call = path.getValue().path(method);
                if (!call.isMissingNode()) {
                    String tag = call.path("tags").path(0).asText("Other calls").replaceFirst(" Resource$", "");
                    byTag.computeIfAbsent(tag, key -> new ArrayList<>())
                            .add(call(method.toUpperCase(Locale.ROOT) + " " + path.getKey(), path.getValue(), call));
                }
            }
        }
        return byTag;
    }

    private String call(String name, JsonNode path, JsonNode call) {
        StringBuilder text = new StringBuilder("\n### " + name.replace("_", "\\_") + "\n\n");
        String summary = call.path("summary").asText();
        // One word is the method's name, which tells nothing.
        paragraph(text, summary.contains(" ") ? summary : "");
        paragraph(text, call.path("description").asText());
        paragraph(text, routes.answer(name));
        roles(call).ifPresent(roles -> paragraph(text, "Roles: " + roles + "."));
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameters::add);
        call.path("parameters").forEach(parameters::add);
        parameters(text, parameters);
        for (Map.Entry<String, JsonNode> body :
                call.path("requestBody").path("content").properties()) {
            text.append("Body (`")
                    .append(body.getKey())
                    .append("`): ")
                    .append(form(body.getValue().path("schema")))
                    .append("\n\n");
        }
        answers(text, call.path("responses"));
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String told) {
        if (!told.isBlank()) {
            text.append(Markup.cell(told)).append("\n\n");
        }
    }

    /** The roles stand in the scopes of the security requirement. */
    private static Optional<String> roles(JsonNode call) {
        List<String> roles = new ArrayList<>();
        call.path("security").forEach(one -> one.forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asText()))));
        return roles.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", roles.stream().distinct().toList()));
    }

    private void parameters(StringBuilder text, List<JsonNode> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        text.append("| parameter | in | form | |\n|---|---|---|---|\n");
        for (JsonNode parameter : parameters) {
            String needed = parameter.path("required").asBoolean() ? "" : " (optional)";
            text.append("| ")
                    .append(Markup.code(parameter.path("name").asText()))
                    .append(" | ")
                    .append(parameter.path("in").asText())
                    .append(" | ")
                    .append(form(parameter.path("schema")))
                    .append(needed)
                    .append(" | ")
                    .append(Markup.cell(parameter.path("description").asText()))
                    .append(" |\n");
        }
        text.append('\n');
    }

    private void answers(StringBuilder text, JsonNode responses) {
        text.append("| answer | | |\n|---|---|---|\n");
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            List<String> forms = new ArrayList<>();
            response.getValue().path("content").forEach(content -> forms.add(form(content.path("schema"))));
            text.append("| ")
                    .append(response.getKey())
                    .append(" | ")
                    .append(Markup.cell(response.getValue().path("description").asText()))
                    .append(" | ")
                    .append(String.join(", ", forms.stream().distinct().toList()))
                    .append(" |\n");
        }
        text.append('\n');
    }

    private void schemas(StringBuilder page) {
        JsonNode schemas = document.path("components").path("schemas");
        if (schemas.isEmpty()) {
            return;
        }
        page.append("\n## What goes in and out\n");
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            page.append("\n### ").append(schema.getKey().replace("_", "\\_")).append("\n\n");
            paragraph(page, schema.getValue().path("description").asText());
            JsonNode fields = schema.getValue().path("properties");
            if (fields.isEmpty()) {
                page.append(form(schema.getValue())).append("\n\n");
                continue;
            }
            List<String> needed = new ArrayList<>();
            schema.getValue().path("required").forEach(name -> needed.add(name.asText()));
            page.append("| field | form | |\n|---|---|---|\n");
            for (Map.Entry<String, JsonNode> field : fields.properties()) {
                page.append("| ")
                        .append(Markup.code(field.getKey()))
                        .append(" | ")
                        .append(form(field.getValue()))
                        .append(needed.contains(field.getKey()) ? "" : " (optional)")
                        .append(" | ")
                        .append(Markup.cell(field.getValue().path("description").asText()))
                        .append(" |\n");
            }
        }
    }

    /** A schema in a few words; a named one as a link to where it stands. */
    private String form(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return "[" + Markup.code(name) + "](#" + name.toLowerCase(Locale.ROOT) + ")";
        }
        if (schema.has("enum")) {
            List<String> values = new ArrayList<>();
            schema.path("enum").forEach(value -> values.add(Markup.code(value.asText())));
            return "one of " + String.join(", ", values);
        }
        for (String combination : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(combination)) {
                List<String> forms = new ArrayList<>();
                schema.path(combination).forEach(one -> forms.add(form(one)));
                forms.remove("null");
                return String.join(combination.equals("allOf") ? " and " : " or ", forms);
            }
        }
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        (type.isArray() ? type : JSON.createArrayNode().add(type.asText())).forEach(one -> types.add(one.asText()));
        types.remove("null");
        String named = String.join(" or ", types);
        return switch (named) {
            case "array" -> "list of " + form(schema.path("items"));
            case "object" ->
                schema.has("additionalProperties")
                        ? "names, each with " + form(schema.path("additionalProperties"))
                        : "object";
            case "" -> "";
            case "string" -> schema.has("format") ? schema.path("format").asText() : "text";
            default -> named + bounds(schema);
        };
    }

    private static String bounds(JsonNode schema) {
        String least = schema.path("minimum").asText();
        String most = schema.path("maximum").asText();
        if (least.isEmpty() && most.isEmpty()) {
            return "";
        }
        return ", "
                + (least.isEmpty() ? most + " at most" : most.isEmpty() ? least + " or more" : least + " to " + most);
    }
}
