package dev.aisle.campaign.campaigns.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values of one rendering: texts in groups ({@code coupon.code}) and recommended items.
 *
 * @param groups by group and name; a value that isn't there has no entry
 * @param items the recommended products, the best first
 * @param fallbacks what stands for a value that isn't there, by its full name
 */
public record ContentValues(
        Map<String, Map<String, String>> groups, List<Map<String, String>> items, Map<String, String> fallbacks) {
    /** The name of the items. */
    public static final String ITEMS = "items";
    /** Items that a template gets at most. */
    public static final int MOST_ITEMS = 20;

    private static final Map<String, Set<String>> GROUPS = Map.of(
            "coupon", Set.of("code", "value", "until"),
            "product", Set.of("id", "title", "price"),
            "shop", Set.of("name", "url"),
            "links", Set.of("unsubscribe", "preferences"));
    private static final Set<String> ITEM = Set.of("id", "title", "price", "reason");

    public ContentValues {
        groups = Map.copyOf(groups);
        items = items.stream().limit(MOST_ITEMS).map(Map::copyOf).toList();
        fallbacks = Map.copyOf(fallbacks);
    }

    /** The groups with their names. */
    public static Map<String, Set<String>> known() {
        return new TreeMap<>(GROUPS);
    }

    /** The names of an item. */
    public static Set<String> knownOfItem() {
        return ITEM;
    }

    /** Whether {@code coupon.code} is the name of a value. */
    public static boolean isKnown(String fullName) {
        int dot = fullName.indexOf('.');
        return dot > 0
                && GROUPS.getOrDefault(fullName.substring(0, dot), Set.of()).contains(fullName.substring(dot + 1));
    }

    /** The value, else its fall-back. */
    public Optional<String> value(String group, String name) {
        return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(name))
                .or(() -> Optional.ofNullable(fallbacks.get(group + "." + name)));
    }

    /** The same of {@code coupon.code}. */
    public Optional<String> value(String fullName) {
        int dot = fullName.indexOf('.');
        return dot < 0 ? Optional.empty() : value(fullName.substring(0, dot), fullName.substring(dot + 1));
    }
}
