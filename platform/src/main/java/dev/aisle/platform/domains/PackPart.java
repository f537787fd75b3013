package dev.aisle.platform.domains;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A part of a pack that knows where it stands. What isn't as expected is added to the faults, and reading goes on with a default. */
final class PackPart {
    private static final int LONGEST = 500;

    private final String file;
    private final String path;
    private final @Nullable Node node;
    private final int line;
    private final List<String> faults;

    private PackPart(String file, String path, @Nullable Node node, int line, List<String> faults) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.line = line;
        this.faults = faults;
    }

    static PackPart root(String file, @Nullable Node node, List<String> faults) {
        return new PackPart(file, "", node, 1, faults);
    }

    boolean present() {
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    /** File, line and field. */
    String place() {
        int at = node == null ? line : node.getStartMark().getLine() + 1;
        return file + ", line " + at + (path.isEmpty() ? "" : ", " + path);
    }

    void fault(String message) {
        faults.add(place() + ": " + message);
    }

    /** The parts of an object by name; empty when it isn't there. */
    Map<String, PackPart> parts() {
        Map<String, PackPart> parts = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
                PackPart part = new PackPart(file, pathOf(name), tuple.getValueNode(), line, faults);
                if (parts.putIfAbsent(name, part) != null) {
                    part.fault("stands there twice; take one away");
                }
            }
        } else if (present()) {
            fault("must be an object (name: value)");
        }
        return parts;
    }

    /** The same of an object that has no other names than these. */
    Map<String, PackPart> parts(String... known) {
        Map<String, PackPart> parts = parts();
        parts.forEach((name, part) -> {
            if (!List.of(known).contains(name)) {
                part.fault("isn't known here; known are " + String.join(", ", known));
            }
        });
        return parts;
    }

    /** A part by its name, present or not. */
    PackPart of(Map<String, PackPart> parts, String name) {
        PackPart found = parts.get(name);
        int own = node == null ? line : node.getStartMark().getLine() + 1;
        return found == null ? new PackPart(file, pathOf(name), null, own, faults) : found;
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The entries of an array; empty when it isn't there. */
    List<PackPart> entries() {
        List<PackPart> entries = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node entry : sequence.getValue()) {
                entries.add(new PackPart(file, path + "[" + entries.size() + "]", entry, line, faults));
            }
        } else if (present()) {
            fault("must be an array ([a, b])");
        }
        return entries;
    }

    /** A text; empty when it isn't there. */
    String text() {
        if (!present()) {
            return "";
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().length() <= LONGEST) {
            return scalar.getValue();
        }
        fault("must be a text of at most " + LONGEST + " characters");
        return "";
    }

    String required(String expected) {
        String text = text();
        if (text.isBlank()) {
            fault("is missing; write " + expected);
        }
        return text;
    }

    double number(double otherwise, double least, double most) {
        if (!present()) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as is a number that is out of the range.
        }
        fault("must be a number from " + plain(least) + " to " + plain(most));
        return otherwise;
    }

    int whole(int otherwise, int least, int most) {
        double number = number(otherwise, least, most);
        if (number != Math.rint(number)) {
            fault("must be a whole number");
        }
        return (int) number;
    }

    boolean flag() {
        if (!present()) {
            return false;
        }
        String text = text();
        if (!text.equals("true") && !text.equals("false")) {
            fault("must be true or false");
        }
        return text.equals("true");
    }

    <E extends Enum<E>> void choice(E[] among, Consumer<E> taker) {
        String text = text();
        Arrays.stream(among)
                .filter(one -> wireName(one).equals(text))
                .findFirst()
                .ifPresentOrElse(
                        taker,
                        () -> fault("must be one of "
                                + Arrays.stream(among).map(PackPart::wireName).collect(Collectors.joining(", "))));
    }

    static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** As JSON has it: maps, lists, texts, numbers and truth values. */
    @Nullable
    Object json() {
        return json(node);
    }

    private static @Nullable Object json(@Nullable Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                mapping.getValue()
                        .forEach(tuple -> object.put(
                                tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?",
                                json(tuple.getValueNode())));
                yield object;
            }
            case SequenceNode sequence ->
                sequence.getValue().stream().map(PackPart::json).toList();
            case ScalarNode scalar -> scalar(scalar);
            case null, default -> null;
        };
    }

    private static @Nullable Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (Tag.NULL.equals(scalar.getTag())) {
            return null;
        }
        if (Tag.BOOL.equals(scalar.getTag())) {
            return Boolean.valueOf(text);
        }
        return Tag.INT.equals(scalar.getTag()) || Tag.FLOAT.equals(scalar.getTag()) ? numberOf(text) : text;
    }

    private static Object numberOf(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
