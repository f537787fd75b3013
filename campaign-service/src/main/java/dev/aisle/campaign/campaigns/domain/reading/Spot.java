package dev.aisle.campaign.campaigns.domain.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a definition and where it stands. What can't be read is noted and read as nothing ({@code ""}, 0, an empty list), so that one
 * pass finds all that is wrong.
 */
public record Spot(JsonNode node, String pointer, List<Finding> findings) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?");
    private static final int SHOWN = 40;

    /** The whole definition, with nothing found yet. */
    public static Spot root(JsonNode node) {
        return new Spot(node, "", new ArrayList<>());
    }

    /** Notes what is wrong here, and what to write instead. */
    public void wrong(String message, String fix) {
        findings.add(new Finding(pointer, message, fix));
    }

    /** Whether a field is there and not null. */
    public boolean is(String field) {
        return node.hasNonNull(field);
    }

    /** A field, there or not. */
    public Spot at(String field) {
        JsonNode there = node.path(field);
        return new Spot(there, pointer + "/" + field.replace("~", "~0").replace("/", "~1"), findings);
    }

    /** An object with no other fields than these. */
    public boolean object(Collection<String> fields) {
        if (!node.isObject()) {
            wrong("Expected an object, not " + kind() + ".", "Write its fields: " + String.join(", ", fields) + ".");
            return false;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                new Spot(node, pointer + "/" + shown(name), findings)
                        .wrong("The field " + shown(name) + " is unknown here.", known(fields));
            }
        });
        return true;
    }

    /** The elements of a list; none when their number is out of bounds. */
    public List<Spot> elements(int least, int most, String what) {
        if (!node.isArray() || node.size() < least || node.size() > most) {
            wrong(
                    "Expected a list of " + least + " to " + most + " " + what + ", not "
                            + (node.isArray() ? Integer.toString(node.size()) : kind()) + ".",
                    "Write them as a list.");
            return List.of();
        }
        List<Spot> all = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            all.add(new Spot(node.get(i), pointer + "/" + i, findings));
        }
        return all;
    }

    /** A text of 1 to so many characters. */
    public String text(int most) {
        String text = node.isTextual() ? node.textValue() : "";
        if (text.isBlank() || text.length() > most || text.indexOf('\0') >= 0) {
            wrong(
                    node instanceof MissingNode || node.isNull()
                            ? "This is missing."
                            : "Expected a text, not " + kind() + ".",
                    "Write 1 to " + most + " characters.");
            return "";
        }
        return text;
    }

    /** An id: small letters, digits, hyphens, underscores. */
    public String name(String what) {
        String name = node.isTextual() ? node.textValue() : "";
        if (!NAME.matcher(name).matches()) {
            wrong("This isn't " + what + ".", "Write 1 to 64 small letters, digits, hyphens, such as new-visitor.");
            return "";
        }
        return name;
    }

    /** One of these words. */
    public String word(Collection<String> words) {
        String word = node.isTextual() ? node.textValue() : "";
        if (!words.contains(word)) {
            wrong(word.isEmpty() ? "This is missing." : shown(word) + " isn't known here.", known(words));
            return "";
        }
        return word;
    }

    /** True or false. */
    public boolean flag() {
        if (!node.isBoolean()) {
            wrong("Expected true or false, not " + kind() + ".", "Write true or false.");
        }
        return node.booleanValue();
    }

    /** A whole number within bounds. */
    public long whole(long least, long most) {
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            wrong("Expected a whole number from " + least + " to " + most + ".", "Write such a number.");
            return least;
        }
        return node.longValue();
    }

    /** A share, {@code 0 ≤ share < 1}; {@code ≤ 1} where all is possible. */
    public double share(boolean all) {
        double share = node.isNumber() ? node.doubleValue() : -1;
        if (!(share >= 0 && (share < 1 || (all && share == 1)))) {
            wrong("Expected a share from 0 to " + (all ? "1." : "less than 1."), "Write 0.05 for five in a hundred.");
            return 0;
        }
        return share;
    }

    /** A span such as {@code P7D}. */
    public Duration span() {
        try {
            Duration span = Duration.parse(node.isTextual() ? node.textValue() : "");
            if (span.isPositive() && span.compareTo(Duration.ofDays(400)) <= 0) {
                return span;
            }
        } catch (DateTimeException e) {
            // Said below, as every other span that can't be used.
        }
        wrong("Expected a span of at most 400 days.", "Write P7D for seven days, PT4H for four hours.");
        return Duration.ofDays(1);
    }

    /** A number as it was written, also in quotes; {@code null} when it is none. */
    public @Nullable BigDecimal decimal() {
        try {
            BigDecimal number = node.isNumber()
                    ? node.decimalValue()
                    : new BigDecimal(node.asText("").strip());
            return number.precision() - number.scale() <= 12 && number.scale() <= 9 ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** What stands here, in words. */
    public String kind() {
        return switch (node.getNodeType()) {
            case STRING -> "this text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "nothing";
        };
    }

    /** The words that are known, as a fix. */
    public static String known(Collection<String> words) {
        return "Known: "
                + words.stream().sorted().reduce((a, b) -> a + ", " + b).orElse("nothing") + ".";
    }

    /** A word as it may be shown again. */
    public static String shown(String word) {
        String plain = word.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
