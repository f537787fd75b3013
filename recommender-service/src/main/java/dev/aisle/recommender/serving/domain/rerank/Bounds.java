package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.rerank.Cap;
import dev.aisle.algorithms.rerank.ConstrainedOrder;
import dev.aisle.algorithms.rerank.Floor;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.serving.domain.ByPopularity;
import dev.aisle.recommender.serving.domain.Caps;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Caps of brands, categories, price levels and variants, and the floor of the long tail. Of variants there is one in a list. */
record Bounds(Caps caps, double longTailShare, @Nullable ModelView view, int size) implements Stage {
    @Override
    public int[] order(List<Candidate> ranked, float[] relevance) {
        List<Cap> kept = new ArrayList<>();
        add(kept, caps.perBrand(), ranked, CatalogueItem::brand);
        add(kept, caps.categoryCap(size), ranked, CatalogueItem::category);
        add(
                kept,
                caps.perPriceLevel(),
                ranked,
                product -> product.price() == null ? null : Groups.priceLevel(product.price()));
        if (!caps.equals(Caps.NONE)) {
            add(kept, 1, ranked, CatalogueItem::groupId);
        }
        return new ConstrainedOrder(kept, floors(ranked)).order(ranked.size(), size);
    }

    private static void add(
            List<Cap> caps, int most, List<Candidate> ranked, Function<CatalogueItem, @Nullable Object> property) {
        if (most > 0 && most < ranked.size()) {
            caps.add(new Cap(Groups.of(ranked, property), most));
        }
    }

    private List<Floor> floors(List<Candidate> ranked) {
        if (longTailShare == 0 || view == null) {
            return List.of();
        }
        ByPopularity popular = view.popular();
        BitSet tail = new BitSet();
        for (int place = 0; place < ranked.size(); place++) {
            tail.set(place, popular.isTail(ranked.get(place).item()));
        }
        return List.of(new Floor(tail, longTailShare));
    }
}
