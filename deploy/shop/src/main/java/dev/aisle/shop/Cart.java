package dev.aisle.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody is about to buy, and the coupon that was typed for it. */
final class Cart {
    private static final int MOST_LINES = 50;
    private static final int MOST_PIECES = 99;
    private static final int MOST_CODE = 100;

    private final Map<String, Integer> pieces = new LinkedHashMap<>();
    private String code = "";

    /** Some more pieces. */
    synchronized void add(String productId) {
        set(productId, pieces.getOrDefault(productId, 0) + 1);
    }

    /** That many pieces; none takes the product out. */
    synchronized void set(String productId, int count) {
        if (count <= 0) {
            pieces.remove(productId);
        } else if (pieces.containsKey(productId) || pieces.size() < MOST_LINES) {
            pieces.put(productId, Math.min(count, MOST_PIECES));
        }
    }

    synchronized void code(String typed) {
        String stripped = typed.strip();
        code = stripped.length() <= MOST_CODE ? stripped : stripped.substring(0, MOST_CODE);
    }

    /** Empty for none. */
    synchronized String code() {
        return code;
    }

    synchronized List<String> products() {
        return List.copyOf(pieces.keySet());
    }

    /** By product, in the order in which they were put in. */
    synchronized Map<String, Integer> pieces() {
        return new LinkedHashMap<>(pieces);
    }

    synchronized int count() {
        return pieces.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized void clear() {
        pieces.clear();
        code = "";
    }
}
