package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.algorithms.rerank.Rise;
import dev.aisle.recommender.serving.domain.ByPopularity;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Recent;
import dev.aisle.recommender.serving.domain.candidates.Candidate;

/**
 * What rises now stands a little higher: as many people as lately dealt with it, against as many as would have if its share of the model's popularity (half-life
 * 30 days) had stayed. So a season shows on its first days.
 */
final class RecentRise implements Adjustment {
    private final Rise rise;
    private final Recent recent;
    private final int[] people;
    private final ByPopularity popular;
    private final double total;

    RecentRise(double strength, Recent recent, ModelView view) {
        this.rise = new Rise(strength);
        this.recent = recent;
        this.people = recent.people(view.model());
        this.popular = view.popular();
        this.total = popular.total();
    }

    @Override
    public double factor(Candidate candidate) {
        int lately = candidate.known() && total > 0 ? people[candidate.item()] : 0;
        if (lately == 0) {
            return 1;
        }
        return rise.factor(lately, recent.total() * popular.score(candidate.item()) / total);
    }
}
