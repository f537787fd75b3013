package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.serving.domain.rank.Features;
import dev.aisle.recommender.serving.domain.rerank.Shown;
import java.util.ArrayList;
import java.util.List;

/** A list together with what it was made of, for as long as somebody asks. Of one request; not for several threads. */
public final class Made {
    private final Recommendations list;
    private final Plan plan;
    private final List<Shown> shown;
    private final Reasoner reasoner;

    Made(Recommendations list, Plan plan, List<Shown> shown, Reasoner reasoner) {
        this.list = list;
        this.plan = plan;
        this.shown = shown;
        this.reasoner = reasoner;
    }

    /** The list. */
    public Recommendations list() {
        return list;
    }

    /** The same with more notes, in front. */
    public Made with(List<Note> notes) {
        return new Made(list.with(notes), plan, shown, reasoner);
    }

    /** Why each item stands there, whether or not the answer says it. */
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        for (int place = 0; place < shown.size(); place++) {
            Reason told = list.items().get(place).reason();
            reasons.add(told == null ? reasoner.of(shown.get(place)) : told);
        }
        return reasons;
    }

    /** What a ranker knew of each item when it was asked; see {@link Features}. */
    public List<float[]> features() {
        Features features = new Features(plan.question(), plan.interests(), plan.at());
        return features.of(shown.stream().map(Shown::candidate).toList());
    }
}
