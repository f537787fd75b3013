package dev.aisle.recommender.search.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.aisle.algorithms.evaluate.PairedComparison;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.Categories;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.text.SentenceModels;
import dev.aisle.text.StoredVector;
import dev.aisle.text.TextModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The figures of docs/pictures.md for products that nobody has dealt with: completejourney, a fifth of the products held back as new, weights chosen on one half of these and
 * measured on the other; {@code -Daisle.figures=true}.
 */
@EnabledIfSystemProperty(named = "aisle.figures", matches = "true")
class ColdStartTest {
    private static final int LEAST_HOUSEHOLDS = 12;
    private static final int SIGNALS = 10;
    private static final int LENGTH = 20;
    private static final int SAMPLES = 2_000;
    private static final float[] TRIED = {0, 0.25f, 0.5f, 1, 2};

    private final Shop shop = new Shop();
    private final Space texts = new Space(TextModel.ENGLISH.dimension());

    /** The products, and who bought which, the newest first. */
    private static final class Shop implements Shelf {
        private final Map<String, CatalogueItem> products = new TreeMap<>();
        private final Map<String, LinkedHashSet<String>> households = new TreeMap<>();

        @Override
        public @Nullable CatalogueItem get(String productId) {
            return products.get(productId);
        }

        @Override
        public Stream<CatalogueItem> all() {
            return products.values().stream();
        }

        @Override
        public long changes() {
            return 0;
        }
    }

    /** Lists for the same people, by one way: a value of nDCG and of recall each. */
    private record Lists(double[] ndcg, double[] recall) {
        double mean() {
            return IntStream.range(0, ndcg.length)
                    .mapToDouble(n -> ndcg[n])
                    .average()
                    .orElse(0);
        }
    }

    @Test
    void sensesFindWhatIsNew() throws IOException {
        read();
        Set<String> validation = part(0);
        Set<String> test = part(1);
        System.out.printf(
                Locale.ROOT,
                "FIGURE  %,d products, %,d households; new: %,d to choose on, %,d to measure on%n",
                shop.products.size(),
                shop.households.size(),
                validation.size(),
                test.size());
        Fusion best = new Fusion(1, 0, 0, 0);
        double most = -1;
        for (float attributes : TRIED) {
            Fusion fusion = new Fusion(1, 0, attributes, 0);
            double mean = lists(validation, bySenses(fusion, validation)).mean();
            System.out.printf(
                    Locale.ROOT,
                    "FIGURE  text 1, attributes %.2f: nDCG@20 %.4f of those to choose on%n",
                    attributes,
                    mean);
            if (mean > most) {
                most = mean;
                best = fusion;
            }
        }
        Map<String, Lists> ways = new LinkedHashMap<>();
        ways.put("without senses", lists(test, household -> List.copyOf(new TreeSet<>(test))));
        ways.put("text", lists(test, bySenses(new Fusion(1, 0, 0, 0), test)));
        ways.put("text 1, attributes " + best.attributes(), lists(test, bySenses(best, test)));
        tell(ways, test, "nDCG@20", Lists::ndcg);
        tell(ways, test, "recall@20", Lists::recall);
        assertThat(ways.get("text").mean())
                .isGreaterThan(ways.get("without senses").mean());
    }

    private void tell(Map<String, Lists> ways, Set<String> part, String measure, Function<Lists, double[]> values) {
        int[] people = IntStream.range(0, asked(part).size()).toArray();
        List<String> names = List.copyOf(ways.keySet());
        List<double[]> all = ways.values().stream().map(values).toList();
        for (int n = 0; n < names.size(); n++) {
            double[] own = all.get(n);
            System.out.printf(
                    Locale.ROOT,
                    "FIGURE  %s, %d households, %s: %.4f%n",
                    measure,
                    own.length,
                    names.get(n),
                    IntStream.range(0, own.length)
                            .mapToDouble(i -> own[i])
                            .average()
                            .orElse(0));
        }
        PairedComparison.of(all, people, SAMPLES, 1)
                .forEach(pair -> System.out.printf(
                        Locale.ROOT,
                        "FIGURE  %s, %s − %s: %s, p %.4f%n",
                        measure,
                        names.get(pair.second()),
                        names.get(pair.first()),
                        negated(pair),
                        pair.adjusted()));
    }

    private static String negated(PairedComparison.Pair pair) {
        return String.format(
                Locale.ROOT,
                "%.4f [%.4f, %.4f]",
                -pair.difference().value(),
                -pair.difference().high(),
                -pair.difference().low());
    }

    private Function<String, List<String>> bySenses(Fusion fusion, Set<String> among) {
        Senses senses = new Senses(List.of(texts), null, null, shop, fusion);
        return household -> {
            Map<String, Float> weights = new LinkedHashMap<>();
            known(household).stream().limit(SIGNALS).forEach(id -> weights.put(id, 1f));
            return senses.near(weights, LENGTH, among).stream()
                    .map(Near::productId)
                    .toList();
        };
    }

    private Lists lists(Set<String> part, Function<String, List<String>> way) {
        List<String> asked = asked(part);
        double[] ndcg = new double[asked.size()];
        double[] recall = new double[asked.size()];
        for (int n = 0; n < ndcg.length; n++) {
            Set<String> wanted = new HashSet<>(shop.households.get(asked.get(n)));
            wanted.retainAll(part);
            List<String> list = way.apply(asked.get(n));
            double ideal = 0;
            for (int place = 0; place < Math.min(LENGTH, wanted.size()); place++) {
                ideal += 1 / (Math.log(place + 2) / Math.log(2));
            }
            int found = 0;
            for (int place = 0; place < Math.min(LENGTH, list.size()); place++) {
                if (wanted.contains(list.get(place))) {
                    found++;
                    ndcg[n] += 1 / (Math.log(place + 2) / Math.log(2)) / ideal;
                }
            }
            recall[n] = (double) found / wanted.size();
        }
        return new Lists(ndcg, recall);
    }

    /** Households that bought something new of this part and five known products or more. */
    private List<String> asked(Set<String> part) {
        return shop.households.keySet().stream()
                .filter(household -> shop.households.get(household).stream().anyMatch(part::contains))
                .filter(household -> known(household).size() >= 5)
                .toList();
    }

    private List<String> known(String household) {
        return shop.households.get(household).stream()
                .filter(id -> fold(id) > 1)
                .toList();
    }

    private Set<String> part(int fold) {
        Set<String> part = new LinkedHashSet<>();
        shop.products.keySet().stream().filter(id -> fold(id) == fold).forEach(part::add);
        return part;
    }

    /** 0 and 1: new, to choose and to measure on; 2 to 9: known. */
    private static int fold(String id) {
        return Math.floorMod((id.hashCode() * 0x9E3779B9) >>> 8, 10);
    }

    private void read() throws IOException {
        Map<String, List<String>> lines = new HashMap<>();
        List<String[]> sales = new ArrayList<>();
        Map<String, Set<String>> buyers = new HashMap<>();
        Map<String, double[]> prices = new HashMap<>();
        for (String line : rows("completejourney/transactions_sample.csv")) {
            String[] cells = line.split(",", -1);
            sales.add(cells);
            buyers.computeIfAbsent(cells[3], added -> new HashSet<>()).add(cells[0]);
            double[] sum = prices.computeIfAbsent(cells[3], added -> new double[2]);
            sum[0] += Double.parseDouble(cells[5]);
            sum[1] += Math.max(1, Double.parseDouble(cells[4]));
        }
        for (String line : rows("completejourney/products.csv")) {
            List<String> cells = cells(line);
            if (buyers.getOrDefault(cells.getFirst(), Set.of()).size() >= LEAST_HOUSEHOLDS) {
                lines.put(cells.getFirst(), cells);
            }
        }
        SentenceModels models = new SentenceModels(true);
        Categories categories = new Categories();
        lines.forEach((id, cells) -> add(id, cells, categories, prices.get(id), models));
        sales.sort((a, b) -> b[10].compareTo(a[10]));
        for (String[] sale : sales) {
            if (shop.products.containsKey(sale[3])) {
                shop.households
                        .computeIfAbsent(sale[0], added -> new LinkedHashSet<>())
                        .add(sale[3]);
            }
        }
    }

    private void add(String id, List<String> cells, Categories categories, double[] price, SentenceModels models) {
        String title = (cells.get(5) + " " + cells.get(6)).strip();
        List<String> path = Stream.of(cells.get(2), cells.get(4))
                .filter(node -> !node.isBlank())
                .toList();
        long cents = Math.round(100 * price[0] / price[1]);
        shop.products.put(
                id,
                new CatalogueItem(
                        id,
                        title,
                        categories.of(path),
                        cells.get(3),
                        new Price(cents, "USD"),
                        "",
                        "",
                        Sale.NOW,
                        ItemTraits.NONE));
        String text = title + ". " + String.join(", ", path.reversed()) + ". " + cells.get(3);
        models.embed(TextModel.ENGLISH, text).ifPresent(point -> texts.put(id, StoredVector.of(0, point)));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static List<String> rows(String name) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data").resolve(name);
            if (Files.isRegularFile(file)) {
                List<String> lines = Files.readAllLines(file);
                return lines.subList(1, lines.size());
            }
        }
        return abort("There is no shared/data/" + name + " beside the clone.");
    }
}
