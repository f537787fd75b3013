package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.Recent;
import java.util.ArrayList;
import java.util.List;

/** What people dealt with in the last while, for the time before the first model. */
public final class RecentSource implements CandidateSource {
    @Override
    public Source source() {
        return Source.POPULARITY;
    }

    @Override
    public Found find(Question question) {
        Recent recent = question.shop().recent();
        List<Hit> hits = new ArrayList<>();
        for (String id : recent.ranking()) {
            CatalogueItem product = question.shop().shelf().get(id);
            if (product != null && question.eligible().test(product)) {
                hits.add(new Hit(product, -1));
                if (hits.size() == question.count()) {
                    break;
                }
            }
        }
        return new Lately(hits, recent);
    }

    private record Lately(List<Hit> hits, Recent recent) implements Found {
        @Override
        public Source source() {
            return Source.POPULARITY;
        }

        @Override
        public float greatest() {
            return recent.ranking().isEmpty()
                    ? 0
                    : recent.people().getOrDefault(recent.ranking().getFirst(), 0);
        }

        @Override
        public float score(Candidate candidate) {
            return recent.people().getOrDefault(candidate.product().productId(), 0);
        }
    }
}
