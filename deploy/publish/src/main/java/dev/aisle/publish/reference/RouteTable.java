package dev.aisle.publish.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page of a service tells of its routes: rows that begin with methods and a path, and end with what comes back.
 *
 * @param told by method and path, with {@code {}} for what differs
 */
record RouteTable(Map<String, String> told) {
    /** And what stands before the first bar and behind the last; a table of two columns has roles in its second. */
    private static final int THREE_COLUMNS = 5;

    private static final Pattern ROUTE =
            Pattern.compile("`((?:GET|POST|PUT|PATCH|DELETE)(?:`, `(?:GET|POST|PUT|PATCH|DELETE))*) (/[^`\\s?]*)");
    private static final Pattern METHOD = Pattern.compile("[A-Z]+");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    static RouteTable of(String readme) {
        Map<String, String> told = new HashMap<>();
        readme.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            List<String> cells = List.of(line.split("(?<!\\\\)\\|", -1));
            if (cells.size() < THREE_COLUMNS) {
                return;
            }
            String text =
                    LINK.matcher(cells.get(cells.size() - 2)).replaceAll("$1").strip();
            for (Matcher route = ROUTE.matcher(cells.get(1)); route.find(); ) {
                for (Matcher method = METHOD.matcher(route.group(1)); method.find(); ) {
                    told.putIfAbsent(key(method.group() + " " + route.group(2)), text);
                }
            }
        });
        return new RouteTable(told);
    }

    /** What is told of a call such as {@code GET /v1/lists/{id}}; nothing when the page doesn't name it. */
    String answer(String call) {
        return told.getOrDefault(key(call), "");
    }

    private static String key(String call) {
        return call.replaceAll("\\{[^}]*\\}", "{}");
    }
}
