package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How much an event counts by its type: {@code view=1,cart=3,purchase=5}. Types have the importer's names and their synonyms. */
final class EventWeights {
    private static final Map<String, Float> PRESET =
            Map.of("view", 1f, "click", 1f, "cart", 3f, "purchase", 5f, "review", 5f);
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("product_view", "view"),
            Map.entry("product viewed", "view"),
            Map.entry("product clicked", "click"),
            Map.entry("cart_add", "cart"),
            Map.entry("addtocart", "cart"),
            Map.entry("add_to_cart", "cart"),
            Map.entry("product added", "cart"),
            Map.entry("transaction", "purchase"),
            Map.entry("buy", "purchase"),
            Map.entry("order completed", "purchase"),
            Map.entry("product reviewed", "review"),
            Map.entry("rating", "review"));

    private final Map<String, Float> weights;
    private final Set<String> targets;
    private final Map<String, Integer> passedOver = new TreeMap<>();
    private final Map<String, Integer> weightless = new TreeMap<>();

    private EventWeights(Map<String, Float> weights, Set<String> targets) {
        this.weights = weights;
        this.targets = targets;
    }

    /**
     * Reads the options.
     *
     * @param weights {@code --weights}
     * @param targets {@code --target}: the types that count as found; all when empty
     */
    static EventWeights parse(Optional<String> weights, Optional<String> targets) {
        Map<String, Float> parsed = new LinkedHashMap<>(weights.isPresent() ? Map.of() : PRESET);
        weights.ifPresent(text -> Arrays.stream(text.split(",", -1)).forEach(part -> put(part, parsed)));
        Set<String> wanted = targets.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(EventWeights::canonical)
                .collect(Collectors.toSet());
        for (String type : wanted) {
            if (!parsed.containsKey(type)) {
                throw new UsageException("--target: the type " + type + " has no weight; there are "
                        + String.join(", ", parsed.keySet()) + ", and --weights takes more");
            }
        }
        return new EventWeights(parsed, wanted);
    }

    private static void put(String part, Map<String, Float> parsed) {
        String[] pair = part.split("=", 2);
        try {
            float weight = pair.length == 2 ? Float.parseFloat(pair[1].trim()) : Float.NaN;
            if (weight >= 0 && Float.isFinite(weight) && !pair[0].isBlank()) {
                parsed.put(canonical(pair[0]), weight);
                return;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a weight below 0
        }
        throw new UsageException(
                "--weights: expected type=weight pairs with weights ≥ 0, such as view=1,cart=3,purchase=5; was '" + part
                        + "'");
    }

    private static String canonical(String type) {
        String lower = type.trim().toLowerCase(Locale.ROOT);
        return SYNONYMS.getOrDefault(lower, lower);
    }

    /** The weight of a type; 0 for one that doesn't count, such as a removal from the cart. */
    float of(String type) {
        if (type.isEmpty()) {
            return 1;
        }
        float weight = weights.getOrDefault(canonical(type), 0f);
        if (weight == 0) {
            (weights.containsKey(canonical(type)) ? weightless : passedOver).merge(type, 1, Integer::sum);
        }
        return weight;
    }

    boolean wanted(String type) {
        return targets.isEmpty() || targets.contains(canonical(type));
    }

    /** Lines of types that don't count. */
    List<LeftOut> leftOut() {
        Omissions omissions = new Omissions();
        passedOver.forEach((type, count) -> omissions.add("lines", count, "--weights has no type " + type));
        weightless.forEach((type, count) -> omissions.add("lines", count, "the type " + type + " has the weight 0"));
        return omissions.all();
    }

    /** How many events had a type without a weight; empty when all had one. */
    Optional<String> report() {
        return passedOver.isEmpty()
                ? Optional.empty()
                : Optional.of("passed over, since --weights has no such type: "
                        + passedOver.entrySet().stream()
                                .map(one -> one.getValue() + " × " + one.getKey())
                                .collect(Collectors.joining(", ")));
    }
}
