package dev.aisle.recommender.serving.domain;

import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.TopK;
import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.Shelf;
import dev.aisle.recommender.models.domain.Blend;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes the best products that may stand in a list, mixed a little, and fills up from the shelf when there are too few. */
public final class ListBuilder {
    private static final int FIRST_LOOK = 200;

    private final Shelf shelf;
    private final ItemFilter filter;
    private final Set<String> excluded;
    private final Caps caps;
    private final int size;

    ListBuilder(Shelf shelf, ItemFilter filter, Set<String> excluded, Caps caps, int size) {
        this.shelf = shelf;
        this.filter = filter;
        this.excluded = excluded;
        this.caps = caps;
        this.size = size;
    }

    /** A product that stands in the list. */
    record Chosen(CatalogueItem product, float score, Source source) {}

    /** The best of a blend. */
    List<Chosen> best(Blend blend, TrainedModel model) {
        List<Chosen> candidates = List.of();
        for (int look = FIRST_LOOK + 2 * size; ; look = model.itemCount()) {
            candidates = candidates(blend, model, look);
            if (candidates.size() >= 2 * size || look >= model.itemCount()) {
                return filled(capped(candidates));
            }
        }
    }

    private List<Chosen> candidates(Blend blend, TrainedModel model, int look) {
        List<Chosen> candidates = new ArrayList<>();
        for (ScoredItem scored : TopK.select(blend.scores(), look, new BitSet())) {
            CatalogueItem product = shelf.get(model.productIds()[scored.item()]);
            if (scored.score() > 0 && product != null && accepts(product)) {
                candidates.add(new Chosen(product, scored.score(), blend.sourceOf(scored.item())));
            }
        }
        return candidates;
    }

    /** The first of an order that has no scores. */
    List<Chosen> first(List<String> productIds) {
        List<Chosen> candidates = new ArrayList<>();
        for (String id : productIds) {
            CatalogueItem product = shelf.get(id);
            if (product != null && accepts(product)) {
                candidates.add(new Chosen(product, 1f / (1 + candidates.size()), Source.POPULARITY));
            }
        }
        return filled(capped(candidates));
    }

    private boolean accepts(CatalogueItem product) {
        return !excluded.contains(product.productId()) && filter.accepts(product);
    }

    /** Those within the caps, then the others, so that a cap never makes a list short. */
    private List<Chosen> capped(List<Chosen> candidates) {
        Caps.Counter counter = caps.counter(size);
        List<Chosen> within = new ArrayList<>();
        List<Chosen> beyond = new ArrayList<>();
        for (Chosen candidate : candidates) {
            if (within.size() == size) {
                break;
            }
            (counter.admit(candidate.product()) ? within : beyond).add(candidate);
        }
        beyond.stream().limit(Math.max(0, size - within.size())).forEach(within::add);
        return within;
    }

    private List<Chosen> filled(List<Chosen> chosen) {
        if (chosen.size() < size) {
            Set<String> taken = new HashSet<>();
            chosen.forEach(item -> taken.add(item.product().productId()));
            shelf.all()
                    .filter(this::accepts)
                    .filter(product -> !taken.contains(product.productId()))
                    .limit((long) size - chosen.size())
                    .forEach(product -> chosen.add(new Chosen(product, 0, Source.CATALOGUE)));
        }
        return chosen;
    }
}
