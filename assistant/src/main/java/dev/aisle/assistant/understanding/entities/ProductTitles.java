package dev.aisle.assistant.understanding.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the titles of products in texts, whole and whatever the case; of two that begin at the same place the longer one. Not safe for concurrent change.
 */
final class ProductTitles {
    /** A Han character, or a run of other letters and digits. */
    private static final Pattern UNIT = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+");
    /** Titles that are shorter would be found in ordinary sentences. */
    private static final int FEWEST_UNITS = 2;

    private static final int MOST_UNITS = 24;

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();
    private int longest;

    /** A product has these titles now, one a language; earlier ones are forgotten. */
    public void put(String productId, String... titles) {
        remove(productId);
        List<String> added = new ArrayList<>(titles.length);
        for (String title : titles) {
            List<String> units = units(title);
            if (units.size() >= FEWEST_UNITS && units.size() <= MOST_UNITS) {
                String key = String.join(" ", units);
                added.add(key);
                ids.put(key, productId);
                longest = Math.max(longest, units.size());
            }
        }
        if (!added.isEmpty()) {
            keys.put(productId, List.copyOf(added));
        }
    }

    /** A product is gone. */
    public void remove(String productId) {
        List<String> gone = keys.remove(productId);
        if (gone != null) {
            gone.forEach(key -> ids.remove(key, productId));
        }
    }

    /** The products that a text names. */
    public List<Entity> in(String text) {
        List<MatchResult> units = UNIT.matcher(text).results().toList();
        List<Entity> found = new ArrayList<>();
        for (int at = 0; at < units.size(); ) {
            int from = at;
            Optional<Entity> entity = at(text, units, from);
            entity.ifPresent(found::add);
            at = entity.map(one -> after(units, from, one.end())).orElse(from + 1);
        }
        return found;
    }

    private Optional<Entity> at(String text, List<MatchResult> units, int from) {
        for (int size = Math.min(longest, units.size() - from); size >= FEWEST_UNITS; size--) {
            List<String> said = units.subList(from, from + size).stream()
                    .map(unit -> unit.group().toLowerCase(Locale.ROOT))
                    .toList();
            String id = ids.get(String.join(" ", said));
            if (id != null) {
                int start = units.get(from).start();
                int end = units.get(from + size - 1).end();
                return Optional.of(new Entity(Entity.Kind.PRODUCT, text.substring(start, end), id, start, end));
            }
        }
        return Optional.empty();
    }

    private static int after(List<MatchResult> units, int from, int end) {
        int at = from;
        while (at < units.size() && units.get(at).start() < end) {
            at++;
        }
        return at;
    }

    private static List<String> units(String title) {
        return UNIT.matcher(title)
                .results()
                .map(unit -> unit.group().toLowerCase(Locale.ROOT))
                .toList();
    }
}
