package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.History;

/** How much each source counts in a list for a person. */
public record Mix(
        float similar, float boughtTogether, float sessions, float factors, float popularInCategory, float popularity) {
    /**
     * For most placements; chosen on two windows of the completejourney sample, and so that one view leads the list; see the README. Visits: chosen
     * on the demo shop and YooChoose, see docs/recommendations.md.
     */
    public static final Mix USUAL = new Mix(0.4f, 0f, 0.4f, 0.5f, 0.1f, 0.3f);
    /** Beside a cart: what completes it. */
    public static final Mix CART = new Mix(0.25f, 0.6f, 0.4f, 0.25f, 0f, 0.05f);

    /**
     * The blend of the parts that know the history only.
     *
     * @param session the last few products, which neighbours are sought of
     * @param visit the last few once more, the oldest first, which like visits are sought of
     * @param history all of them, for the fold-in
     * @param basket what to complete
     */
    public Blend blend(TrainedModel model, History session, History visit, History history, History basket) {
        return new Blend(model.itemCount())
                .add(Source.SIMILAR, model.similar(), session, similar)
                .add(Source.BOUGHT_TOGETHER, model.boughtTogether(), basket, boughtTogether)
                .add(Source.SESSIONS, model.sessions(), visit, sessions)
                .add(Source.FACTORS, model.als(), history, factors)
                .add(Source.POPULARITY, model.popularity().scores(), popularity);
    }
}
