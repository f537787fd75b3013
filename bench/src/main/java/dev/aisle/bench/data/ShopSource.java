package dev.aisle.bench.data;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where interactions are from, in words that fit on the command line of a process: {@code made:810000} or
 * {@code made:INTERACTIONS:PEOPLE:ITEMS}, a file of lines {@code user item item …}, or a CSV with the columns user, item, rating, of which ratings from 4 on count.
 */
public final class ShopSource {
    private static final String MADE = "made:";
    private static final double LIKED = 4;

    private ShopSource() {}

    /** The interactions. */
    public static Interactions read(String source) {
        if (source.startsWith(MADE)) {
            return made(source.substring(MADE.length()).split(":", -1)).make();
        }
        try {
            List<String> lines = Files.readAllLines(Path.of(source));
            return source.endsWith(".csv") ? ratings(lines) : lists(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(source + " can't be read", e);
        }
    }

    private static MadeShop made(String[] sizes) {
        int interactions = Integer.parseInt(sizes[0]);
        return sizes.length == 1
                ? MadeShop.of(interactions)
                : new MadeShop(interactions, Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
    }

    private static Interactions lists(List<String> lines) {
        List<String[]> pairs = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.trim().split("\\s+", -1);
            for (int n = 1; n < words.length; n++) {
                pairs.add(new String[] {words[0], words[n]});
            }
        }
        return numbered(pairs);
    }

    private static Interactions ratings(List<String> lines) {
        List<String[]> pairs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (Double.parseDouble(cells[2]) >= LIKED) {
                pairs.add(cells);
            }
        }
        return numbered(pairs);
    }

    private static Interactions numbered(List<String[]> pairs) {
        Map<String, Integer> users = numbers(pairs, 0);
        Map<String, Integer> items = numbers(pairs, 1);
        InteractionsBuilder shop = Interactions.collect(users.size(), items.size());
        for (String[] pair : pairs) {
            shop.add(users.getOrDefault(pair[0], -1), items.getOrDefault(pair[1], -1), 1);
        }
        return shop.build().mapWeights(weight -> 1);
    }

    /** Numbers in the order of coming. */
    private static Map<String, Integer> numbers(List<String[]> pairs, int column) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String[] pair : pairs) {
            numbers.putIfAbsent(pair[column], numbers.size());
        }
        return numbers;
    }
}
