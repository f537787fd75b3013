package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A function's input, read field by field; whatever can't be used is an error with the field's name. */
public record Input(JsonNode node) {
    /** A field that is there and not null. */
    Optional<JsonNode> optional(String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    JsonNode required(String field) {
        return optional(field).orElseThrow(() -> new InvalidInputException(field, "missing"));
    }

    /** A text; a number is taken as its digits, since ids are written either way. */
    String text(String field) {
        return text(field, required(field));
    }

    Optional<String> optionalText(String field) {
        return optional(field).map(value -> text(field, value));
    }

    static String text(String field, JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            throw new InvalidInputException(field, "expected a text");
        }
        return value.asText();
    }

    int integer(String field, int least) {
        return integer(field, required(field), least);
    }

    static int integer(String field, JsonNode value, int least) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
            throw new InvalidInputException(field, "expected a whole number ≥ " + least);
        }
        return value.intValue();
    }

    /** A truth value; {@code "True"} and {@code "False"} of a CSV are taken too. Missing or empty is false. */
    boolean flag(String field) {
        return optional(field).map(value -> flag(field, value)).orElse(false);
    }

    private static boolean flag(String field, JsonNode value) {
        return switch (value.asText().toLowerCase(java.util.Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new InvalidInputException(field, "expected true or false");
        };
    }

    /** A path of a file that can be read. */
    static Path file(String field, String text) {
        try {
            Path path = Path.of(text);
            if (Files.isReadable(path) && !Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // falls through to the same answer: there is no such file
        }
        throw new InvalidInputException(field, "no file that can be read: " + text);
    }
}
