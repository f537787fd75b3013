package dev.aisle.ingest.rejections.mending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place within an event: {@code items[0].price.currency}. Names may be written as in Protobuf too: {@code product_id}. */
final class FieldPath {
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z]\\w{0,39}(\\[\\d{1,3}])?(\\.[A-Za-z]\\w{0,39}(\\[\\d{1,3}])?){0,5}");
    private static final Pattern STEP = Pattern.compile("(\\w+)|\\[(\\d+)]");
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

    /** A name, or an index as a number. */
    private final List<Object> steps = new ArrayList<>();

    private FieldPath(String path) {
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            if (step.group(2) != null) {
                steps.add(Integer.valueOf(step.group(2)));
            } else {
                steps.add(isOwnName() ? step.group(1) : inJson(step.group(1)));
            }
        }
    }

    static boolean isPath(String text) {
        return FORM.matcher(text).matches();
    }

    static FieldPath of(String path) {
        return new FieldPath(path);
    }

    String first() {
        return (String) steps.getFirst();
    }

    /** Puts a value there and makes what is missing on the way; false when something else is in the way. */
    boolean set(ObjectNode root, JsonNode value) {
        JsonNode node = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            JsonNode next = at(node, steps.get(i));
            if (next.isMissingNode() || next.isNull()) {
                JsonNode made = steps.get(i + 1) instanceof Integer ? root.arrayNode() : root.objectNode();
                if (!put(node, steps.get(i), made)) {
                    return false;
                }
                next = made;
            }
            node = next;
        }
        return put(node, steps.getLast(), value);
    }

    /** Takes away what is there; nothing happens when nothing is. */
    void remove(ObjectNode root) {
        JsonNode node = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            node = at(node, steps.get(i));
        }
        switch (node) {
            case ObjectNode object when steps.getLast() instanceof String name -> object.remove(name);
            case ArrayNode array when steps.getLast() instanceof Integer index -> array.remove(index);
            default -> {}
        }
    }

    private static JsonNode at(JsonNode node, Object step) {
        return step instanceof Integer index ? node.path(index) : node.path((String) step);
    }

    private static boolean put(JsonNode node, Object step, JsonNode value) {
        switch (node) {
            case ObjectNode object when step instanceof String name -> object.set(name, value);
            case ArrayNode array when step instanceof Integer index && index < array.size() -> array.set(index, value);
            case ArrayNode array when step instanceof Integer index && index == array.size() -> array.add(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Names below {@code properties} are the shop's own and stay as they are. */
    private boolean isOwnName() {
        return steps.size() == 1 && "properties".equals(steps.getFirst());
    }

    private static String inJson(String name) {
        return UNDERSCORE.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }
}
