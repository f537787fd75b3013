package dev.aisle.recommender;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.Categories;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.nearest.Indexes;
import dev.aisle.recommender.models.nearest.NearestSettings;
import dev.aisle.recommender.models.nearest.VectorIndex;
import dev.aisle.recommender.search.content.ContentSpace;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Recent;
import dev.aisle.recommender.serving.domain.ShopView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shop with teas t0 … t9 and bikes b0 … b9; half of the people buy teas in baskets of three, the others bikes. */
public final class SmallShop implements Shelf {
    private final Map<String, CatalogueItem> products = new TreeMap<>();
    private final Categories categories = new Categories();
    private long changes;

    public SmallShop() {
        for (int i = 0; i < 10; i++) {
            add("t" + i, "Tea " + i, List.of("Grocery", "Tea"), i < 5 ? "Leaf" : "Cup", 300 + i, Sale.NOW);
            add("b" + i, "Bike " + i, List.of("Sport", "Bikes"), "Wheel", 30_000 + i, Sale.NOW);
        }
    }

    public void add(String id, String title, List<String> path, String brand, long cents, Sale sale) {
        add(id, title, path, brand, cents, sale, ItemTraits.NONE);
    }

    public void add(
            String id, String title, List<String> path, String brand, long cents, Sale sale, ItemTraits traits) {
        Price price = new Price(cents, "EUR");
        changes++;
        products.put(id, new CatalogueItem(id, title, categories.of(path), brand, price, "", "", sale, traits));
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
        return changes;
    }

    /** What the people of the shop did; people are named {@code u000} on, without those who are left out. */
    public static TrainingSetBuilder interactions(int people, String... leftOut) {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        for (int person = 0; person < people; person++) {
            String name = "u%03d".formatted(person);
            if (!Arrays.asList(leftOut).contains(name)) {
                addBaskets(rows, name, person);
            }
        }
        return rows;
    }

    private static void addBaskets(TrainingSetBuilder rows, String name, int person) {
        String kind = person % 2 == 0 ? "t" : "b";
        for (int basket = 0; basket < 3; basket++) {
            for (int place = 0; place < 3; place++) {
                String product = kind + (person / 2 + basket * 2 + place) % 10;
                long time = 1_000_000L * basket + person;
                rows.add(name, product, name + "-" + basket, 5, time);
            }
        }
    }

    /** A model of four people under this version. */
    public static TrainedModel named(String version) {
        return new Learning()
                .fit(
                        interactions(4).build(),
                        Long.MAX_VALUE,
                        new Name(version, Instant.ofEpochMilli(1_000)),
                        new TrainingProgress(),
                        new Span("fitting", 0, 1));
    }

    /** A model of what they did. */
    public static TrainedModel model(int people, String... leftOut) {
        return new Learning()
                .fit(
                        interactions(people, leftOut).build(),
                        Long.MAX_VALUE,
                        new Name("v1", Instant.ofEpochMilli(1_000)),
                        new TrainingProgress(),
                        new Span("fitting", 0, 1));
    }

    /** The model beside this shelf. */
    public ShopView view(TrainedModel model) {
        return view(model, null, Recent.NOTHING);
    }

    /** The index of a model's factors, as it is usual. */
    public static VectorIndex factorsOf(TrainedModel model) {
        AlsModel als = model.als();
        return Indexes.over(
                new FloatRows(als.itemFactors(), als.rank(), als.rank()), NearestSettings.USUAL, Progress.NONE);
    }

    /** The same with descriptions and what happened lately. */
    public ShopView view(@Nullable TrainedModel model, @Nullable ContentSpace content, Recent recent) {
        ModelView view = model == null ? null : ModelView.of(model, this, factorsOf(model));
        List<CatalogueItem> unknown = all().filter(product -> model == null || model.indexOf(product.productId()) < 0)
                .toList();
        return new ShopView(view, this, unknown, content, recent);
    }
}
