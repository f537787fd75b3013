package dev.aisle.ingest.shared.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.platform.problem.Nearest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, read with an expectation; what doesn't meet it becomes a {@link Fault} and a default. */
public final class Fields {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern HARMLESS = Pattern.compile("(?!.*\\d{5})[A-Za-z@_][A-Za-z0-9_.-]{0,39}");
    private static final int MOST_INTEGER_DIGITS = 12;

    private final JsonNode node;
    private final String prefix;
    private final Faults faults;
    private final TextGuard guard;
    /** Aisle's names of fields → the client's, where they differ. */
    private final Map<String, String> clientNames;

    private Fields(JsonNode node, String prefix, Faults faults, TextGuard guard) {
        this(node, prefix, faults, guard, Map.of());
    }

    private Fields(JsonNode node, String prefix, Faults faults, TextGuard guard, Map<String, String> clientNames) {
        this.node = node;
        this.prefix = prefix;
        this.faults = faults;
        this.guard = guard;
        this.clientNames = clientNames;
    }

    /** The fields of a call by somebody else's protocol, which may have more than Aisle reads. */
    public static Fields ofCall(JsonNode node, Faults faults) {
        return new Fields(node, "", faults, TextGuard.NONE);
    }

    /** The fields of a document in Aisle's own form; any other than these is a fault. */
    public static Fields ofDocument(JsonNode node, Set<String> known, Faults faults) {
        return new Fields(node, "", faults, TextGuard.NONE).refusingOthersThan(known);
    }

    private Fields refusingOthersThan(Set<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                // A name that somebody made up may hold an identifier itself.
                boolean harmless = HARMLESS.matcher(name).matches();
                faults.add(
                        "unknown-field",
                        harmless ? pathOf(name) : prefix + "?",
                        Nearest.noSuchField(name, new TreeSet<>(known)));
            }
        }
        return this;
    }

    /** The fields of a node that stands below that path, {@code context.page}; every text passes the guard. */
    public static Fields below(String path, JsonNode node, Faults faults, TextGuard guard) {
        return new Fields(node, path + ".", faults, guard);
    }

    /** The same fields; every text that is read passes the guard. */
    public Fields guardedBy(TextGuard textGuard) {
        return new Fields(node, prefix, faults, textGuard, clientNames);
    }

    /** The node below that name; missing when it isn't there or {@code null}. */
    public JsonNode raw(String name) {
        JsonNode value = node.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    public boolean has(String name) {
        return !raw(name).isMissingNode();
    }

    public Collection<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public String pathOf(String name) {
        return prefix + clientNames.getOrDefault(name, name);
    }

    /**
     * The same fields under Aisle's names, here and in arrays of objects; faults name them as the client does. A field that the client sends
     * under Aisle's name too keeps that one.
     *
     * @param names the client's name → Aisle's
     * @param constants Aisle's name → a value for when there is none
     */
    public Fields renamed(Map<String, String> names, Map<String, String> constants) {
        if (!(node instanceof ObjectNode object)) {
            return this;
        }
        Map<String, String> clients = new HashMap<>();
        ObjectNode renamed = renamed(object, names, clients);
        constants.forEach((name, value) -> {
            if (!renamed.hasNonNull(name)) {
                renamed.put(name, value);
            }
        });
        return new Fields(renamed, prefix, faults, guard, Map.copyOf(clients));
    }

    private static ObjectNode renamed(ObjectNode object, Map<String, String> names, Map<String, String> clients) {
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            String name = names.getOrDefault(field.getKey(), field.getKey());
            boolean taken = !name.equals(field.getKey()) && (object.has(name) || renamed.has(name));
            if (!taken && !name.equals(field.getKey())) {
                clients.put(name, field.getKey());
            }
            renamed.set(taken ? field.getKey() : name, inArray(field.getValue(), names, clients));
        });
        return renamed;
    }

    /** Of an array the objects in it. */
    private static JsonNode inArray(JsonNode value, Map<String, String> names, Map<String, String> clients) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        value.forEach(entry -> array.add(entry instanceof ObjectNode one ? renamed(one, names, clients) : entry));
        return array;
    }

    public Faults faults() {
        return faults;
    }

    /** The object below that name with these fields, any other is a fault; one without fields when there is none. */
    public Fields object(String name, Set<String> known) {
        return object(name).refusingOthersThan(known);
    }

    /** The object below that name, whose fields may be called anything; one without fields when there is none. */
    public Fields object(String name) {
        JsonNode value = raw(name);
        if (!value.isMissingNode() && !value.isObject()) {
            faults.invalid(pathOf(name), "expected an object");
        }
        return new Fields(value.isObject() ? value : MissingNode.getInstance(), prefix + name + ".", faults, guard);
    }

    /** The objects of the array below that name. */
    public List<Fields> objects(String name, int most) {
        JsonNode value = raw(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            faults.invalid(pathOf(name), "expected an array of at most " + most + " objects");
            return List.of();
        }
        List<Fields> objects = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            String path = prefix + name + "[" + i + "]";
            if (!value.path(i).isObject()) {
                faults.invalid(path, "expected an object");
            }
            objects.add(new Fields(value.path(i), path + ".", faults, guard, clientNames));
        }
        return objects;
    }

    /** An id: a text or number of at most that many characters; empty when there is none. */
    public String text(String name, int longest) {
        String text = plain(name, longest);
        return text.isEmpty() ? text : guard.id(prefix, name, text);
    }

    /** What somebody wrote, of at most that many characters; empty when there is none. */
    public String words(String name, int longest) {
        String text = plain(name, longest);
        return text.isEmpty() ? text : guard.words(prefix, name, text);
    }

    private String plain(String name, int longest) {
        JsonNode value = raw(name);
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual() && !value.isNumber()) {
            faults.invalid(pathOf(name), "expected a text or a number");
            return "";
        }
        if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
            faults.invalid(pathOf(name), "expected a text or a number that a computer can hold");
            return "";
        }
        String text = value.asText();
        if (text.length() > longest) {
            faults.invalid(pathOf(name), "expected at most " + longest + " characters");
            return "";
        }
        return Texts.wellFormed(text);
    }

    /** What goes on of a text that stands below that name. */
    public String guarded(String name, String text) {
        return text.isEmpty() ? text : guard.words(prefix, name, text);
    }

    /** A text for people, cut to that length; empty when there is none or it is no text. */
    public String clipped(String name, int longest) {
        return clipped(name, longest, Function.identity());
    }

    /** The part of a text that is of use, cut to that length; empty when there is none or it is no text. */
    public String clipped(String name, int longest, Function<String, String> part) {
        JsonNode value = raw(name);
        if (!value.isTextual()) {
            return "";
        }
        // Guarded first and cut then: half of an address would be no address any more, and still tell whose it is.
        String text = part.apply(Texts.wellFormed(value.asText()));
        return Texts.clip(guarded(name, text), longest);
    }

    /** The first of these names that has a text. */
    public String firstText(int longest, String... names) {
        for (String name : names) {
            if (has(name)) {
                return text(name, longest);
            }
        }
        return "";
    }

    /** A number, also when written as a text; {@code null} when there is none. */
    public @Nullable BigDecimal number(String name) {
        JsonNode value = raw(name);
        if (value.isMissingNode() || (value.isTextual() && value.asText().isBlank())) {
            return null;
        }
        BigDecimal number = Amounts.parse(value);
        // The scale is looked at before any arithmetic: 1e999999999 is short to write and long to add.
        if (number == null
                || (long) number.precision() - number.scale() > MOST_INTEGER_DIGITS
                || number.scale() > 100) {
            faults.invalid(pathOf(name), "expected a number below 10^" + MOST_INTEGER_DIGITS + " such as 12.99");
            return null;
        }
        return number;
    }

    /** A number that isn't negative. */
    public OptionalDouble countable(String name) {
        BigDecimal number = number(name);
        if (number != null && number.signum() < 0) {
            faults.invalid(pathOf(name), "expected a number that is not negative");
            return OptionalDouble.empty();
        }
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
    }

    /** A moment in ISO 8601 with a zone, between the years 2000 and 2100; {@code null} when there is none. */
    public @Nullable Instant instant(String name) {
        JsonNode value = raw(name);
        if (value.isMissingNode()) {
            return null;
        }
        Instant instant = value.isTextual() ? IsoTime.parse(value.asText()) : null;
        if (instant == null || instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            faults.invalid(pathOf(name), "expected an ISO 8601 time with a zone such as 2026-11-25T09:00:00Z");
            return null;
        }
        return instant;
    }
}
