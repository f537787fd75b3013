package dev.aisle.profile.segments.domain.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each part of a rule's JSON form stands in its text form. */
final class Places {
    private final String source;
    private final IdentityHashMap<JsonNode, Integer> offsets = new IdentityHashMap<>();

    Places(String source) {
        this.source = source;
    }

    <T extends JsonNode> T put(T node, int offset) {
        offsets.putIfAbsent(node, offset);
        return node;
    }

    /** The same problem with line and column of the innermost part that has a place. */
    RuleProblem locate(JsonNode root, RuleProblem problem) {
        int offset = offsets.getOrDefault(root, 0);
        JsonNode node = root;
        for (String step : problem.pointer().isEmpty() ? List.<String>of() : steps(problem.pointer())) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
            offset = offsets.getOrDefault(node, offset);
        }
        return problem.in(line(offset), column(offset));
    }

    private static List<String> steps(String pointer) {
        return List.of(pointer.substring(1).split("/", -1));
    }

    static InvalidRuleException problem(String source, int offset, String message, @Nullable String suggestion) {
        Places places = new Places(source);
        return new InvalidRuleException(
                List.of(new RuleProblem("", places.line(offset), places.column(offset), message, suggestion)));
    }

    private int line(int offset) {
        return 1
                + (int) source.substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private int column(int offset) {
        return offset - source.lastIndexOf('\n', offset - 1);
    }
}
