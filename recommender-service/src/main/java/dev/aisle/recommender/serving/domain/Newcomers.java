package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.deep.FeatureTerms;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.models.domain.ProductContent;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A model's network with products behind its own that it never saw and that it knows by what they are: the newest on the shelf that share a term with what it learned
 * of.
 */
public final class Newcomers {
    /** Each costs two rows of the network. */
    private static final int MOST = 20_000;

    private final TrainedModel model;
    private final NetworkModel network;
    private final List<CatalogueItem> asked;
    private final List<CatalogueItem> products;
    private final Map<String, Integer> numbers = new HashMap<>();

    private Newcomers(
            TrainedModel model, NetworkModel network, List<CatalogueItem> asked, List<CatalogueItem> products) {
        this.model = model;
        this.network = network;
        this.asked = asked;
        this.products = products;
        for (int place = 0; place < products.size(); place++) {
            numbers.put(products.get(place).productId(), model.itemCount() + place);
        }
    }

    /**
     * Those of a model; {@code null} when it has no network. Work for the background.
     *
     * @param before those of the same model a moment ago, which stay when nothing about them has changed; {@code null} the first time
     */
    static @Nullable Newcomers of(TrainedModel model, Shelf shelf, @Nullable Newcomers before) {
        NetworkModel network = model.network();
        if (network == null) {
            return null;
        }
        FeatureTerms terms = network.features().terms().orElse(null);
        if (terms == null) {
            return new Newcomers(model, network, List.of(), List.of());
        }
        List<CatalogueItem> asked = newest(model, shelf);
        return before != null && before.asked.equals(asked) ? before : described(model, network, terms, asked);
    }

    private static List<CatalogueItem> newest(TrainedModel model, Shelf shelf) {
        return shelf.all()
                .filter(product -> model.indexOf(product.productId()) < 0)
                .sorted(Comparator.comparing(Newcomers::firstDay).reversed().thenComparing(CatalogueItem::productId))
                .limit(MOST)
                .toList();
    }

    private static Instant firstDay(CatalogueItem product) {
        Instant first = product.firstAvailableAt();
        return first == null ? Instant.EPOCH : first;
    }

    /** Of what shares no term with anything nothing can be said: its row would be zero, which isn't the lowest score. */
    private static Newcomers described(
            TrainedModel model, NetworkModel network, FeatureTerms terms, List<CatalogueItem> asked) {
        ItemFeatures all = terms.rows(content(asked));
        List<CatalogueItem> known = IntStream.range(0, asked.size())
                .filter(all::knows)
                .mapToObj(asked::get)
                .toList();
        return new Newcomers(model, known.isEmpty() ? network : network.with(terms.rows(content(known))), asked, known);
    }

    private static ItemContent content(List<CatalogueItem> products) {
        return ProductContent.terms(products.stream().map(ProductContent::of).toList());
    }

    /** The network: the model's products, then these. */
    public NetworkModel network() {
        return network;
    }

    /** How many there are. */
    public int size() {
        return products.size();
    }

    /** The number of a product in the network; negative when it knows nothing of it. */
    public int numberOf(String productId) {
        int known = model.indexOf(productId);
        return known >= 0 ? known : numbers.getOrDefault(productId, -1);
    }

    /** The product behind those of the model. */
    CatalogueItem product(int number) {
        return products.get(number - model.itemCount());
    }
}
