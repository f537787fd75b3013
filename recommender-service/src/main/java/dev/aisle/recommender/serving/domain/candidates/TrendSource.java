package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.algorithms.rerank.Rise;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Recent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What more people dealt with lately than the model's popularity would have: {@code (O − E) / √(E + 1)}, as {@link dev.aisle.algorithms.recommend.Trending}. */
public final class TrendSource implements CandidateSource {
    private final ModelView view;

    /** A source beside a model. */
    public TrendSource(ModelView view) {
        this.view = view;
    }

    @Override
    public Source source() {
        return Source.TRENDING;
    }

    @Override
    public Found find(Question question) {
        Recent recent = question.shop().recent();
        Map<String, Float> rises = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        float greatest = 0;
        for (String id : recent.ranking()) {
            float rise = rise(id, recent);
            CatalogueItem product = question.shop().shelf().get(id);
            if (rise > 0 && product != null) {
                greatest = Math.max(greatest, rise);
                rises.put(id, rise);
                if (question.eligible().test(product)) {
                    hits.add(new Hit(product, Math.max(-1, view.model().indexOf(id))));
                }
            }
        }
        hits.sort(Comparator.comparingDouble(
                hit -> -rises.getOrDefault(hit.product().productId(), 0f)));
        return new Rising(hits.subList(0, Math.min(hits.size(), question.count())), greatest, rises);
    }

    private float rise(String id, Recent recent) {
        int item = view.model().indexOf(id);
        double share = item < 0
                ? 0
                : view.popular().score(item) / Math.max(view.popular().total(), Double.MIN_NORMAL);
        return (float) Rise.deviations(recent.people().getOrDefault(id, 0), recent.total() * share);
    }

    private record Rising(List<Hit> hits, float greatest, Map<String, Float> rises) implements Found {
        @Override
        public Source source() {
            return Source.TRENDING;
        }

        @Override
        public float score(Candidate candidate) {
            return rises.getOrDefault(candidate.product().productId(), 0f);
        }
    }
}
