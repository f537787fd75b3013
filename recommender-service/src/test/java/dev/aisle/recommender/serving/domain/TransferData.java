package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.Categories;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.nearest.Indexes;
import dev.aisle.recommender.models.nearest.NearestSettings;
import dev.aisle.recommender.search.content.ContentSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A public data set cut into two domains, for {@link TransferTrial}. */
final class TransferData implements Shelf {
    private static final Set<String> BRIGHT =
            Set.of("Comedy", "Romance", "Animation", "Children", "Musical", "Fantasy");
    private static final Set<String> DARK =
            Set.of("Action", "Crime", "Horror", "Thriller", "War", "Western", "Sci-Fi", "Mystery", "Film-Noir");
    private static final double LIKED = 4;
    private static final String CSV = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private final Map<String, CatalogueItem> products = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Categories categories = new Categories();

    record Row(
            String person,
            String product,
            String domain,
            InteractionType type,
            @Nullable String basket,
            long millis) {}

    static TransferData read(String name, Path directory) throws IOException {
        TransferData data = new TransferData();
        switch (name) {
            case "movielens" -> data.movieLens(directory);
            case "completejourney" -> data.completeJourney(directory);
            default -> throw new IllegalArgumentException("movielens or completejourney, not " + name);
        }
        data.rows.sort(Comparator.comparing(Row::person).thenComparingLong(Row::millis));
        data.products
                .keySet()
                .retainAll(new TreeSet<>(data.rows.stream().map(Row::product).toList()));
        data.texts.keySet().retainAll(data.products.keySet());
        return data;
    }

    /** Films by the greater part of their genres; those of neither kind, or of both alike, are left out. */
    private void movieLens(Path directory) throws IOException {
        for (String line : lines(directory.resolve("movies.csv"))) {
            String[] cells = line.split(CSV, -1);
            List<String> genres = List.of(cells[2].split("\\|", -1));
            long bright = genres.stream().filter(BRIGHT::contains).count();
            long dark = genres.stream().filter(DARK::contains).count();
            if (bright != dark) {
                put(cells[0], cells[1].replace("\"", ""), bright > dark ? "bright" : "dark", genres);
            }
        }
        for (String line : lines(directory.resolve("ratings.csv"))) {
            String[] cells = line.split(",", -1);
            if (Double.parseDouble(cells[2]) >= LIKED) {
                add(cells[0], cells[1], InteractionType.REVIEW, null, Long.parseLong(cells[3]) * 1_000);
            }
        }
    }

    /** Groceries, and everything else of the supermarket. */
    private void completeJourney(Path directory) throws IOException {
        for (String line : lines(directory.resolve("products.csv"))) {
            String[] cells = line.replace("\"", "").split(",", -1);
            String domain = cells[2].equals("GROCERY") ? "grocery" : "other";
            put(cells[0], (cells[5] + " " + cells[6]).toLowerCase(Locale.ROOT), domain, List.of(cells[2], cells[4]));
        }
        for (String line : lines(directory.resolve("transactions_sample.csv"))) {
            String[] cells = line.split(",", -1);
            add(
                    cells[0],
                    cells[3],
                    InteractionType.PURCHASE,
                    cells[2],
                    Instant.parse(cells[10]).toEpochMilli());
        }
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }

    private void put(String id, String title, String domain, List<String> path) {
        ItemTraits traits = new ItemTraits(null, ItemTraits.UNKNOWN_STOCK, 0, "", Map.of(), domain);
        List<String> category =
                path.stream().filter(step -> !step.isBlank()).limit(2).toList();
        products.put(id, new CatalogueItem(id, title, categories.of(category), "", null, "", "", Sale.NOW, traits));
        texts.put(id, title + ". " + String.join(", ", path));
    }

    private void add(String person, String product, InteractionType type, @Nullable String basket, long millis) {
        CatalogueItem known = products.get(product);
        if (known != null) {
            rows.add(new Row(person, product, known.domain(), type, basket, millis));
        }
    }

    List<Row> rows() {
        return rows;
    }

    Map<String, String> texts() {
        return texts;
    }

    Set<String> domains() {
        return new TreeSet<>(
                products.values().stream().map(CatalogueItem::domain).toList());
    }

    String summary() {
        StringBuilder summary = new StringBuilder();
        for (String domain : domains()) {
            summary.append(domain)
                    .append(": ")
                    .append(products.values().stream()
                            .filter(product -> product.domain().equals(domain))
                            .count())
                    .append(" products, ")
                    .append(rows.stream()
                            .filter(row -> row.domain().equals(domain))
                            .count())
                    .append(" rows; ");
        }
        return summary + "people " + rows.stream().map(Row::person).distinct().count();
    }

    ShopView view(TrainedModel model, ContentSpace content) {
        var factors = new FloatRows(
                model.als().itemFactors(), model.als().rank(), model.als().rank());
        ModelView view = ModelView.of(model, this, Indexes.over(factors, NearestSettings.USUAL, Progress.NONE));
        List<CatalogueItem> unknown =
                all().filter(product -> model.indexOf(product.productId()) < 0).toList();
        return new ShopView(view, this, unknown, content, Recent.NOTHING);
    }

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
