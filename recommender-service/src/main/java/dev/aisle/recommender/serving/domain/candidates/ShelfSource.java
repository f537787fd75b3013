package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;
import java.util.ArrayList;
import java.util.List;

/** Products that the model doesn't know, the newest first: they fill a list that would be short, and are what exploration shows. */
public final class ShelfSource implements CandidateSource {
    private static final int LOOKS_BETWEEN_CLOCKS = 0xfff;

    @Override
    public Source source() {
        return Source.CATALOGUE;
    }

    @Override
    public Found find(Question question) {
        List<Hit> hits = new ArrayList<>();
        int looks = 0;
        for (CatalogueItem stale : question.shop().unknown()) {
            CatalogueItem product = question.shop().shelf().get(stale.productId());
            if (product != null && question.eligible().test(product)) {
                hits.add(new Hit(product, -1));
            }
            boolean late =
                    (++looks & LOOKS_BETWEEN_CLOCKS) == 0 && question.deadline().passed();
            if (late || hits.size() == question.count()) {
                break;
            }
        }
        return new Unscored(hits);
    }

    private record Unscored(List<Hit> hits) implements Found {
        @Override
        public Source source() {
            return Source.CATALOGUE;
        }

        @Override
        public float greatest() {
            return 0;
        }

        @Override
        public float score(Candidate candidate) {
            return 0;
        }
    }
}
