package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.deep.NetworkModel;
import org.jspecify.annotations.Nullable;

/** Where a candidate comes from. */
public enum Source {
    SIMILAR("item-knn"),
    BOUGHT_TOGETHER("bought-together"),
    /** What visits hold that share the last items of this one. */
    SESSIONS("session-knn"),
    /** What a deep network expects next; its label is the network's name, see {@link #labelIn}. */
    NETWORK("network"),
    FACTORS("ials"),
    POPULAR_IN_CATEGORY("popularity"),
    POPULARITY("popularity"),
    /** Likeness of descriptions; for what nobody has dealt with yet. */
    CONTENT("content"),
    /** What the person buys again and again, and is out of by now. */
    DUE_AGAIN("buy-again"),
    /** What people of a country dealt with lately. */
    POPULAR_IN_COUNTRY("popularity"),
    /** The same of people with a class of device. */
    POPULAR_ON_DEVICE("popularity"),
    /** More people than before, lately. */
    TRENDING("trending"),
    CATALOGUE("catalogue"),
    /** Looks like a picture; only where one was asked with. */
    PICTURE("picture");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /** The name where no model is known. */
    public String label() {
        return label;
    }

    /** The name in answers and exposures of a model. */
    public String labelIn(@Nullable TrainedModel model) {
        NetworkModel network = model == null ? null : model.network();
        return this == NETWORK && network != null ? network.network().name() : label;
    }
}
