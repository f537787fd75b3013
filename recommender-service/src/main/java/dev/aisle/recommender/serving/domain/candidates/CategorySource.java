package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.ByPopularity;
import dev.aisle.recommender.serving.domain.ModelView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is popular in the categories of interest: the share of the category's best, times the interest in it. */
public final class CategorySource implements CandidateSource {
    private static final int MOST_CATEGORIES = 20;

    private final ModelView view;
    private final Interests interests;

    /** A source of a model. */
    public CategorySource(ModelView view, Interests interests) {
        this.view = view;
        this.interests = interests;
    }

    @Override
    public Source source() {
        return Source.POPULAR_IN_CATEGORY;
    }

    @Override
    public Found find(Question question) {
        ByPopularity popular = view.popular();
        Map<Category, Float> factors = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        float greatest = 0;
        for (Map.Entry<Category, Float> interest : strongest()) {
            int[] items = popular.of(interest.getKey());
            float most = items.length == 0 ? 0 : popular.score(items[0]);
            if (most > 0) {
                greatest = Math.max(greatest, interest.getValue());
                factors.put(interest.getKey(), interest.getValue() / most);
                addBest(items, question, question.count() / (1 + factors.size()), hits);
            }
        }
        return new InCategories(hits, greatest, factors, popular);
    }

    private List<Map.Entry<Category, Float>> strongest() {
        return interests.weights().entrySet().stream()
                .sorted(Map.Entry.<Category, Float>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_CATEGORIES)
                .toList();
    }

    private void addBest(int[] items, Question question, int count, List<Hit> hits) {
        int left = count;
        for (int place = 0; place < items.length && left > 0; place++) {
            CatalogueItem product = view.products()[items[place]];
            if (product != null && question.eligible().test(product, items[place])) {
                hits.add(new Hit(product, items[place]));
                left--;
            }
        }
    }

    private record InCategories(List<Hit> hits, float greatest, Map<Category, Float> factors, ByPopularity popular)
            implements Found {
        @Override
        public Source source() {
            return Source.POPULAR_IN_CATEGORY;
        }

        @Override
        public float score(Candidate candidate) {
            Category category = candidate.product().category();
            Float factor = category == null ? null : factors.get(category);
            return factor == null || !candidate.known() ? 0 : factor * popular.score(candidate.item());
        }
    }
}
