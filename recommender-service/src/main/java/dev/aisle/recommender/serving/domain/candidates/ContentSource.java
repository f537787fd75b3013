package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.search.content.ContentSpace;
import dev.aisle.recommender.serving.domain.Signal;
import dev.aisle.recommender.serving.domain.Signals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Products whose descriptions are like those of the signals, whether anybody has dealt with them or not. */
public final class ContentSource implements CandidateSource {
    private static final int MOST_SIGNALS = 10;

    /** So many products are compared one by one sooner than the space is searched, or another thread begins. */
    private static final int FEW_PRODUCTS = 2_000;

    private final ContentSpace space;
    private final Signals signals;
    private final ToIntFunction<String> indexOf;
    private final boolean newOnly;
    private final @Nullable List<CatalogueItem> few;

    private ContentSource(
            ContentSpace space,
            Signals signals,
            ToIntFunction<String> indexOf,
            boolean newOnly,
            @Nullable List<CatalogueItem> few) {
        this.space = space;
        this.signals = signals;
        this.indexOf = indexOf;
        this.newOnly = newOnly;
        this.few = few;
    }

    /**
     * A source of all products.
     *
     * @param indexOf the number of a product in the model; negative when it has none
     */
    public static ContentSource ofAll(ContentSpace space, Signals signals, ToIntFunction<String> indexOf) {
        return new ContentSource(space, signals, indexOf, false, null);
    }

    /**
     * A source of products that the model doesn't know: for the others the mix doesn't ask for content.
     *
     * @param indexOf the number of a product in the model; negative when it has none
     * @param unknown those that have none
     */
    public static ContentSource ofNew(
            ContentSpace space, Signals signals, ToIntFunction<String> indexOf, List<CatalogueItem> unknown) {
        return new ContentSource(space, signals, indexOf, true, unknown.size() <= FEW_PRODUCTS ? unknown : null);
    }

    @Override
    public Source source() {
        return Source.CONTENT;
    }

    @Override
    public boolean slow() {
        return few == null;
    }

    @Override
    public Found find(Question question) {
        Map<String, Float> weights = signals.weights(MOST_SIGNALS);
        if (weights.isEmpty()) {
            return Found.nothing(source());
        }
        Map<String, Float> likeness = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        // Of a few the best may be like nothing at all: then a cosine of one is what could be.
        float greatest = newOnly ? 1 : 0;
        for (ContentSpace.Near near : near(weights, question)) {
            greatest = Math.max(greatest, near.likeness());
            likeness.put(near.productId(), near.likeness());
            CatalogueItem product = question.shop().shelf().get(near.productId());
            if (near.likeness() > 0 && product != null && question.eligible().test(product)) {
                hits.add(new Hit(product, Math.max(-1, indexOf.applyAsInt(near.productId()))));
            }
        }
        return new Alike(hits, greatest, likeness, signals.all());
    }

    private List<ContentSpace.Near> near(Map<String, Float> weights, Question question) {
        int count = question.count();
        return few == null
                ? space.near(weights, count, id -> (!newOnly || indexOf.applyAsInt(id) < 0) && isHere(id, question))
                : space.near(
                        weights,
                        count,
                        few.stream().map(CatalogueItem::productId).toList());
    }

    /** What is most like a film is a film, whichever domain the list is of. */
    private static boolean isHere(String id, Question question) {
        CatalogueItem product = question.shop().shelf().get(id);
        return product != null && question.eligible().filter().domain().isOfDomain(product);
    }

    private record Alike(List<Hit> hits, float greatest, Map<String, Float> likeness, List<Signal> signals)
            implements Found {
        @Override
        public Source source() {
            return Source.CONTENT;
        }

        @Override
        public float score(Candidate candidate) {
            return likeness.getOrDefault(candidate.product().productId(), 0f);
        }

        /** The mean of all signals is compared, so each has the share of its weight. */
        @Override
        public List<Cause> causes(Candidate candidate) {
            return signals.stream()
                    .limit(MOST_SIGNALS)
                    .map(signal -> new Cause(signal, signal.weight()))
                    .toList();
        }
    }
}
