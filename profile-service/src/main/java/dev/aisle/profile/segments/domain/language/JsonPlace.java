package dev.aisle.profile.segments.domain.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the JSON form and where it stands. */
record JsonPlace(JsonNode node, String pointer) {
    private static final int LONGEST_TEXT = 200;
    private static final int DIGITS = 18;

    InvalidRuleException wrong(String message, @Nullable String suggestion) {
        return InvalidRuleException.at(pointer, message, suggestion);
    }

    /** It is an object with no other fields than these. */
    JsonPlace object(Collection<String> fields) {
        if (!node.isObject()) {
            throw wrong("Expected an object.", null);
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw new JsonPlace(node, pointer + "/" + escaped(name))
                        .wrong("The field " + shown(name) + " is unknown here.", Nearest.among(name, fields));
            }
        });
        return this;
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    JsonPlace need(String field, String expected) {
        if (!has(field)) {
            throw wrong("The field " + field + " is missing.", "Expected: " + expected);
        }
        return at(field);
    }

    JsonPlace at(String field) {
        return new JsonPlace(node.path(field), pointer + "/" + escaped(field));
    }

    List<JsonPlace> elements(int least, int most, String what) {
        if (!node.isArray()) {
            throw wrong("Expected an array of " + what + ".", null);
        }
        if (node.size() < least || node.size() > most) {
            throw wrong(
                    "Expected " + least + " to " + most + " " + what + ", not " + node.size() + ".",
                    node.size() < least && least == 2 ? "Write the one rule without the array around it." : null);
        }
        List<JsonPlace> all = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            all.add(new JsonPlace(node.get(i), pointer + "/" + i));
        }
        return all;
    }

    String text(String expected) {
        if (!node.isTextual()) {
            throw wrong("Expected a text, not " + kind() + ".", "Expected: " + expected);
        }
        String text = node.textValue();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.chars().anyMatch(c -> c < ' ')) {
            throw wrong("A text has 1 to " + LONGEST_TEXT + " characters and no control characters.", null);
        }
        return text;
    }

    BigDecimal number() {
        if (!node.isNumber()) {
            throw wrong("Expected a number, not " + kind() + ".", null);
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw wrong("The number is too large.", null);
        }
        BigDecimal number = node.decimalValue().stripTrailingZeros();
        if (number.precision() > DIGITS || number.scale() > 9 || number.precision() - number.scale() > DIGITS) {
            throw wrong("A number has at most " + DIGITS + " digits, 9 of them behind the point.", null);
        }
        return number;
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("Expected true or false, not " + kind() + ".", null);
        }
        return node.booleanValue();
    }

    String kind() {
        return switch (node.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            default -> "nothing";
        };
    }

    /** A name as it may be shown again. */
    static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_./-]", "?");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }

    private static String escaped(String name) {
        return shown(name).replace("~", "~0").replace("/", "~1");
    }
}
