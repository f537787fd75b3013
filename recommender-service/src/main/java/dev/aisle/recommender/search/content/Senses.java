package dev.aisle.recommender.search.content;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.search.content.ContentSpace.Likeness;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.recommender.search.content.Space.Sum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the senses know of products: what texts and pictures find is compared by all of them ({@link Fusion}). Of one question.
 *
 * @param texts spaces of texts, of which the one that knows most of the products is asked: cosines of two models can't be compared
 * @param pictures the space of pictures; {@code null} when there is none
 * @param behaviour what the model knows; {@code null} when there is no model
 * @param shelf for attributes
 * @param fusion how much each sense counts
 */
record Senses(
        List<Space> texts,
        @Nullable Space pictures,
        @Nullable Behaviour behaviour,
        Shelf shelf,
        Fusion fusion) {
    private static final float ANY = -1;
    /** So many times as many as are wanted are looked at by all senses. */
    private static final int LOOKED_AT = 2;

    /** Makes the list of spaces immutable. */
    public Senses {
        texts = List.copyOf(texts);
    }

    /** As {@link ContentSpace#near(Map, int, Predicate)} says. */
    public List<Near> near(Map<String, Float> weights, int count, Predicate<String> accepts) {
        Predicate<String> allowed = id -> !weights.containsKey(id) && accepts.test(id);
        return fused(
                weights, count, (space, point) -> space.nearest(point, LOOKED_AT * count, ANY, allowed), List.of());
    }

    /** As {@link ContentSpace#near(Map, int, Collection)} says; where neither text nor picture is known, attributes find alone. */
    public List<Near> near(Map<String, Float> weights, int count, Collection<String> among) {
        List<String> others =
                among.stream().filter(id -> !weights.containsKey(id)).toList();
        return fused(weights, count, (space, point) -> space.nearest(point, LOOKED_AT * count, others), others);
    }

    /** As {@link ContentSpace#likeness} says. */
    public Map<String, Likeness> likeness(Map<String, Float> weights, Collection<String> of) {
        Map<String, Float> textual = text(weights).cosines(of);
        Map<String, Float> pictorial =
                pictures == null ? Map.of() : Asked.of(pictures, weights).cosines(of);
        Map<String, Likeness> likeness = new HashMap<>();
        for (String id : of) {
            if (textual.containsKey(id) || pictorial.containsKey(id)) {
                likeness.put(
                        id, new Likeness(textual.getOrDefault(id, Float.NaN), pictorial.getOrDefault(id, Float.NaN)));
            }
        }
        return likeness;
    }

    private List<Near> fused(
            Map<String, Float> weights,
            int count,
            BiFunction<Space, float[], List<Near>> asking,
            List<String> otherwise) {
        Asked text = text(weights);
        Asked picture = pictures == null ? Asked.NOTHING : Asked.of(pictures, weights);
        Set<String> found = new LinkedHashSet<>();
        for (Asked sense : List.of(text, picture)) {
            if (sense.space() != null) {
                asking.apply(sense.space(), sense.point()).forEach(near -> found.add(near.productId()));
            }
        }
        if (text.space() == null && picture.space() == null) {
            found.addAll(otherwise);
        }
        Compared compared = new Compared(
                text.cosines(found),
                picture.cosines(found),
                behaviour == null ? Map.of() : behaviour.cosines(weights, found),
                attributes(weights));
        List<Near> fused = new ArrayList<>();
        for (String id : found) {
            float likeness = compared.of(id);
            if (!Float.isNaN(likeness)) {
                fused.add(new Near(id, likeness));
            }
        }
        fused.sort(Comparator.comparingDouble(Near::likeness).reversed().thenComparing(Near::productId));
        return fused.size() > count ? List.copyOf(fused.subList(0, count)) : fused;
    }

    private Asked text(Map<String, Float> weights) {
        Asked most = Asked.NOTHING;
        for (Space candidate : texts) {
            Asked asked = Asked.of(candidate, weights);
            if (asked.weight() > most.weight()) {
                most = asked;
            }
        }
        return most;
    }

    private Attributes attributes(Map<String, Float> weights) {
        Attributes attributes = new Attributes();
        weights.forEach((id, weight) -> {
            CatalogueItem product = shelf.get(id);
            if (product != null) {
                attributes.add(product, weight);
            }
        });
        return attributes;
    }

    /** What each sense says of the products that were found. */
    private final class Compared {
        private final Map<String, Float> texts;
        private final Map<String, Float> pictures;
        private final Map<String, Float> behaviours;
        private final Attributes attributes;

        Compared(
                Map<String, Float> texts,
                Map<String, Float> pictures,
                Map<String, Float> behaviours,
                Attributes attributes) {
            this.texts = texts;
            this.pictures = pictures;
            this.behaviours = behaviours;
            this.attributes = attributes;
        }

        float of(String id) {
            CatalogueItem product = shelf.get(id);
            return fusion.of(
                    texts.getOrDefault(id, Float.NaN),
                    pictures.getOrDefault(id, Float.NaN),
                    product == null ? Float.NaN : attributes.cosine(product),
                    behaviours.getOrDefault(id, Float.NaN));
        }
    }

    /** A space and the point that is asked in it; no space when it knows none of the products. */
    @SuppressWarnings("ArrayRecordComponent") // of one question, never compared
    private record Asked(@Nullable Space space, float[] point, float weight) {
        static final Asked NOTHING = new Asked(null, new float[0], 0);

        static Asked of(Space space, Map<String, Float> weights) {
            Sum sum = space.sum(weights);
            return sum.weight() > 0 ? new Asked(space, sum.point(), sum.weight()) : NOTHING;
        }

        Map<String, Float> cosines(Collection<String> among) {
            Map<String, Float> cosines = new HashMap<>();
            if (space != null) {
                space.nearest(point, among.size(), among)
                        .forEach(near -> cosines.put(near.productId(), near.likeness()));
            }
            return cosines;
        }
    }
}
