package dev.aisle.federate.demo;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.aisle.algorithms.federated.SharedCatalogue.Product;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.federate.UsageException;
import dev.aisle.federate.participant.People;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One data set, made into shops that don't share people. A fifth of what each person took is hidden, to be found again; a fifth of the people is in
 * no training, as the outsiders of the attack. Every third product has no GTIN and must be found by its title.
 */
final class Shops {
    static final List<String> NAMES = List.of("north", "south", "west");

    private static final double[] SHARES = {0.6, 0.3, 0.1};
    private static final double OUTSIDERS = 0.2;
    private static final int HIDDEN_OF = 5;
    private static final int FEWEST = 5;

    private final List<String> titles = new ArrayList<>();
    private final List<int[]> taken = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    /**
     * Somebody.
     *
     * @param shop number of the shop
     * @param known what is learnt from, when inside
     * @param hidden what is to be found
     * @param inside whether in the training
     */
    @SuppressWarnings("ArrayRecordComponent") // read only
    record Person(int shop, int[] known, int[] hidden, boolean inside) {}

    private Shops() {}

    /**
     * Reads and splits.
     *
     * @param folder with {@code ratings.csv} (userId, movieId) and {@code movies.csv} (movieId, title), or with Complete Journey's
     *     {@code transactions_sample.csv} and {@code products.csv}
     */
    static Shops read(Path folder, long seed) {
        Shops shops = new Shops();
        boolean films = folder.resolve("ratings.csv").toFile().canRead();
        Map<String, String> names = films
                ? column(folder.resolve("movies.csv"), "movieId", "title")
                : column(folder.resolve("products.csv"), "product_id", "product_type", "package_size", "product_id");
        if (films) {
            shops.lines(folder.resolve("ratings.csv"), "userId", "movieId", names);
        } else {
            shops.lines(folder.resolve("transactions_sample.csv"), "household_id", "product_id", names);
        }
        shops.split(seed);
        return shops;
    }

    private static Map<String, String> column(Path file, String key, String... values) {
        Map<String, String> found = new HashMap<>();
        for (Map<String, String> row : rows(file)) {
            StringBuilder text = new StringBuilder();
            for (String value : values) {
                text.append(row.getOrDefault(value, "")).append(' ');
            }
            found.put(row.getOrDefault(key, ""), text.toString().trim());
        }
        return found;
    }

    private static List<Map<String, String>> rows(Path file) {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UsageException("--data: " + file + " can't be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void lines(Path file, String user, String item, Map<String, String> names) {
        Map<String, Integer> items = new LinkedHashMap<>();
        Map<String, Set<Integer>> by = new LinkedHashMap<>();
        for (Map<String, String> row : rows(file)) {
            int number = items.computeIfAbsent(row.getOrDefault(item, ""), id -> {
                titles.add(names.getOrDefault(id, id));
                return items.size();
            });
            by.computeIfAbsent(row.getOrDefault(user, ""), id -> new LinkedHashSet<>())
                    .add(number);
        }
        by.values().stream()
                .filter(all -> all.size() >= FEWEST)
                .forEach(all ->
                        taken.add(all.stream().mapToInt(Integer::intValue).toArray()));
    }

    private void split(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int[] all : taken) {
            shuffle(all, random);
            int hidden = Math.max(1, all.length / HIDDEN_OF);
            double draw = random.nextDouble();
            int shop = draw < SHARES[0] ? 0 : draw < SHARES[0] + SHARES[1] ? 1 : 2;
            people.add(new Person(
                    shop,
                    Arrays.copyOfRange(all, hidden, all.length),
                    Arrays.copyOf(all, hidden),
                    random.nextDouble() >= OUTSIDERS));
        }
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int n = values.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int kept = values[n];
            values[n] = values[other];
            values[other] = kept;
        }
    }

    /** Everybody, also outsiders. */
    List<Person> people() {
        return people;
    }

    /** How many products the data set has. */
    int items() {
        return titles.size();
    }

    /** Everybody inside, over the numbers of the data set. */
    Interactions pooled() {
        return interactions(people.stream().filter(Person::inside).toList());
    }

    /** Those inside of one shop, over the numbers of the data set. */
    Interactions alone(int shop) {
        return interactions(inside(shop));
    }

    private List<Person> inside(int shop) {
        return people.stream()
                .filter(person -> person.inside() && person.shop() == shop)
                .toList();
    }

    private Interactions interactions(List<Person> chosen) {
        InteractionsBuilder builder = Interactions.collect(chosen.size(), items());
        for (int n = 0; n < chosen.size(); n++) {
            for (int item : chosen.get(n).known()) {
                builder.add(n, item, 1);
            }
        }
        return builder.build();
    }

    /** A shop as it comes to the training: its own ids, and only products that one of its people took. */
    People shop(int shop) {
        Map<Integer, Integer> own = new LinkedHashMap<>();
        List<Person> inside = inside(shop);
        inside.forEach(person -> {
            for (int item : person.known()) {
                own.putIfAbsent(item, own.size());
            }
        });
        InteractionsBuilder builder = Interactions.collect(inside.size(), own.size());
        for (int n = 0; n < inside.size(); n++) {
            for (int item : inside.get(n).known()) {
                builder.add(n, own.getOrDefault(item, -1), 1);
            }
        }
        List<String> ids =
                own.keySet().stream().map(item -> NAMES.get(shop) + "-" + item).toList();
        List<Product> products = own.keySet().stream()
                .map(item -> new Product(item % 3 == 0 ? "" : gtin(item), titles.get(item)))
                .toList();
        return new People(ids, products, builder.build());
    }

    /** The number of the data set that is in an own id. */
    static int item(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    /** A made-up EAN in the range for use inside a company. */
    private static String gtin(int item) {
        String digits = "2%011d".formatted(item);
        int sum = 0;
        for (int n = 0; n < digits.length(); n++) {
            sum += (digits.charAt(n) - '0') * (n % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    static History history(Person person) {
        return History.of(person.known());
    }
}
