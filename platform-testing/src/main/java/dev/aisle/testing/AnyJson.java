package dev.aisle.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Documents for fuzz targets: any shape, but out of the words that a reader knows, so that its depths are reached and not only its first check.
 */
public final class AnyJson {
    private static final int MOST_DEPTH = 6;
    private static final int MOST_CHILDREN = 6;
    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "p1.k1.AAAA",
            "P1D",
            "2026-11-25T09:00:00Z",
            "EUR",
            "1",
            "-1",
            "1e308",
            "\u0000",
            "<b>",
            "${x}",
            "{{x}}",
            "顾客",
            "\uD83D",
            "a".repeat(300),
            "purchased",
            "at least",
            "DE",
            "en",
            "*",
            "..",
            "%00");

    private final IntUnaryOperator pick;
    private final List<String> names;

    private AnyJson(IntUnaryOperator pick, List<String> names) {
        this.pick = pick;
        this.names = names;
    }

    /**
     * Makes a document.
     *
     * @param pick a number from 0 to below the one that it is given
     * @param names of fields and values that the reader knows, at least one
     */
    public static JsonNode of(IntUnaryOperator pick, List<String> names) {
        return new AnyJson(pick, names).node(0);
    }

    private JsonNode node(int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (pick.applyAsInt(depth >= MOST_DEPTH ? 7 : 12)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(pick.applyAsInt(2) == 0);
            case 2 -> make.numberNode(pick.applyAsInt(1_000) - 10);
            case 3 -> make.numberNode((pick.applyAsInt(2_000_001) - 1_000_000) / 1e3);
            case 4 -> make.numberNode(pick.applyAsInt(2) == 0 ? Long.MAX_VALUE : Double.MAX_VALUE);
            case 5 -> make.textNode(TEXTS.get(pick.applyAsInt(TEXTS.size())));
            case 6 -> make.textNode(names.get(pick.applyAsInt(names.size())));
            case 7, 8 -> array(make.arrayNode(), depth);
            default -> object(make.objectNode(), depth);
        };
    }

    private ArrayNode array(ArrayNode array, int depth) {
        for (int left = pick.applyAsInt(MOST_CHILDREN); left > 0; left--) {
            array.add(node(depth + 1));
        }
        return array;
    }

    private ObjectNode object(ObjectNode object, int depth) {
        for (int left = pick.applyAsInt(MOST_CHILDREN); left > 0; left--) {
            object.set(names.get(pick.applyAsInt(names.size())), node(depth + 1));
        }
        return object;
    }
}
