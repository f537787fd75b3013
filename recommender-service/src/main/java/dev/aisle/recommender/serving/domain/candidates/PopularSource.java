package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.ByPopularity;
import dev.aisle.recommender.serving.domain.ModelView;
import java.util.ArrayList;
import java.util.List;

/**
 * What is popular among what the filter allows. It looks through the shortest lists that hold all of it: those of the products, brands or
 * categories asked for, else through everything; so a narrow filter is as quick as none.
 */
public final class PopularSource implements CandidateSource {
    private static final int LOOKS_BETWEEN_CLOCKS = 0xfff;

    private final ModelView view;

    /** A source of a model. */
    public PopularSource(ModelView view) {
        this.view = view;
    }

    @Override
    public Source source() {
        return Source.POPULARITY;
    }

    @Override
    public Found find(Question question) {
        List<int[]> lists = lists(question.eligible().filter());
        int most = Math.max(1, question.count() / Math.max(1, lists.size()));
        List<Hit> hits = new ArrayList<>();
        for (int[] list : lists) {
            add(list, question, lists.size() == 1 ? question.count() : most, hits);
        }
        return new Popular(hits, view.popular());
    }

    private void add(int[] list, Question question, int count, List<Hit> hits) {
        int left = count;
        for (int place = 0; place < list.length && left > 0; place++) {
            CatalogueItem product = view.products()[list[place]];
            if (product != null && question.eligible().test(product, list[place])) {
                hits.add(new Hit(product, list[place]));
                left--;
            }
            if ((place & LOOKS_BETWEEN_CLOCKS) == LOOKS_BETWEEN_CLOCKS
                    && question.deadline().passed()) {
                return;
            }
        }
    }

    private List<int[]> lists(ItemFilter filter) {
        ByPopularity popular = view.popular();
        if (!filter.productIds().isEmpty()) {
            return List.of(filter.productIds().stream()
                    .mapToInt(view.model()::indexOf)
                    .filter(item -> item >= 0)
                    .toArray());
        }
        if (!filter.brands().isEmpty()) {
            return filter.brands().stream().map(popular::of).toList();
        }
        if (!filter.categories().isEmpty()) {
            List<int[]> lists = new ArrayList<>();
            for (Category category : popular.categories()) {
                if (filter.isWithinAny(category)) {
                    lists.add(popular.of(category));
                }
            }
            return lists;
        }
        return List.of(popular.all());
    }

    private record Popular(List<Hit> hits, ByPopularity popular) implements Found {
        @Override
        public Source source() {
            return Source.POPULARITY;
        }

        @Override
        public float greatest() {
            return popular.greatest();
        }

        @Override
        public float score(Candidate candidate) {
            return candidate.known() ? popular.score(candidate.item()) : 0;
        }
    }
}
