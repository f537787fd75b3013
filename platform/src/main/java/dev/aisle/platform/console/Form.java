package dev.aisle.platform.console;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a form and what is wrong with it. Shown again it loses nothing.
 *
 * @param values the fields by name
 * @param errors by the names that the API's problems have
 */
public record Form(Map<String, String> values, List<FieldError> errors) {
    public Form {
        values = Map.copyOf(values);
        errors = List.copyOf(errors);
    }

    /** A form that nobody filled yet. */
    public static Form of(Map<String, String> values) {
        return new Form(values, List.of());
    }

    /** What was sent; of several values of a name the first. */
    public static Form of(MultivaluedMap<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        sent.forEach((name, all) -> values.put(name, all.isEmpty() || all.getFirst() == null ? "" : all.getFirst()));
        return new Form(values, List.of());
    }

    /** The same with what is wrong. */
    public Form with(List<FieldError> errors) {
        return new Form(values, errors);
    }

    /** The same with what a problem says. */
    public Form with(Response problem) {
        return problem.getEntity() instanceof Problem told ? with(told.errors()) : this;
    }

    /** What stands in a field; empty for nothing. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field; null for nothing. */
    public @Nullable String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    /** Errors of fields that the form doesn't have. */
    public List<FieldError> others(String... fields) {
        List<String> known = List.of(fields);
        return errors.stream().filter(error -> !known.contains(error.field())).toList();
    }
}
