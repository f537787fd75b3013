package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.search.content.ContentSpace;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Products whose titles begin with the same word are alike; what a real space does with embeddings. */
record LikeNames(SmallShop shop) implements ContentSpace {
    @Override
    public List<Near> near(Map<String, Float> weights, int count, Predicate<String> accepts) {
        Set<String> words = new HashSet<>();
        weights.keySet().forEach(id -> words.add(firstWord(shop.get(id))));
        return shop.all()
                .filter(product -> !weights.containsKey(product.productId()))
                .filter(product -> words.contains(firstWord(product)))
                .filter(product -> accepts.test(product.productId()))
                .map(product -> new Near(product.productId(), 0.9f))
                .limit(count)
                .toList();
    }

    @Override
    public List<Near> near(Map<String, Float> weights, int count, Collection<String> among) {
        return near(weights, count, among::contains);
    }

    @Override
    public Map<String, Likeness> likeness(Map<String, Float> weights, Collection<String> of) {
        return near(weights, of.size(), of).stream()
                .collect(Collectors.toMap(Near::productId, near -> new Likeness(near.likeness(), Float.NaN)));
    }

    private static String firstWord(CatalogueItem product) {
        return product.title().split(" ", 2)[0];
    }

    @Override
    public List<Near> matching(String text, Locale locale, int count) {
        return List.of();
    }
}
