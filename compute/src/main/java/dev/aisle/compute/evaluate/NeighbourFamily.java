package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.content.ContentBased;
import dev.aisle.algorithms.ratings.RatingNeighbours;
import dev.aisle.algorithms.ratings.RatingNeighbours.Side;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Rp3Beta;
import dev.aisle.algorithms.recommend.UserKnn;
import dev.aisle.algorithms.recommend.Weighting;
import java.util.Map;
import java.util.function.Function;

/** Who or what is alike: by who took it, or by what it is. */
final class NeighbourFamily {
    /** Similarities below are no reason to speak. */
    private static final double LEAST_SIMILARITY = 1e-6;

    private NeighbourFamily() {}

    /** Adds its algorithms. */
    static void addTo(Map<String, Function<Parameters, Contender>> all) {
        all.put("content", NeighbourFamily::content);
        all.put("userknn", NeighbourFamily::userKnn);
        all.put("itemknn", NeighbourFamily::itemKnn);
        all.put("rp3beta", NeighbourFamily::rp3Beta);
    }

    private static Contender content(Parameters p) {
        Weighting weighting = p.choice("weighting", Weighting.TF_IDF);
        float words = p.number("words", 3, Range.of(0.1, 10));
        float popularity = p.number("popularity", 10, Range.of(0.01, 100));
        return new ContentContender("content", items -> new ContentBased(items, weighting, words, popularity), true);
    }

    private static Contender userKnn(Parameters p) {
        UserKnn preset = UserKnn.withDefaults();
        UserKnn ranking = new UserKnn(
                p.integer("k", preset.k(), Range.of(20, 1000)),
                p.number("shrinkage", preset.shrinkage(), Range.of(0.5, 200)),
                p.choice("weighting", preset.weighting()),
                p.flag("normalised", preset.normalised()),
                p.drawnFlag("reversed", preset.reversed()));
        return new Neighbours(
                ranking, new RatingNeighbours(Side.USERS, p.integer("raters", 30, Range.NONE), LEAST_SIMILARITY));
    }

    private static Contender itemKnn(Parameters p) {
        ItemKnn preset = ItemKnn.withDefaults();
        ItemKnn ranking = new ItemKnn(
                p.integer("k", preset.k(), Range.of(20, 1000)),
                p.number("shrinkage", preset.shrinkage(), Range.of(1, 1000)),
                p.choice("weighting", preset.weighting()),
                p.flag("normalised", preset.normalised()),
                p.integer("threads", preset.threads(), Range.NONE));
        return new Neighbours(
                ranking, new RatingNeighbours(Side.ITEMS, p.integer("raters", 20, Range.NONE), LEAST_SIMILARITY));
    }

    private static Contender rp3Beta(Parameters p) {
        Rp3Beta preset = Rp3Beta.withDefaults();
        return new SetContender(
                new Rp3Beta(
                        p.integer("k", preset.k(), Range.of(20, 1000)),
                        p.number("alpha", preset.alpha(), Range.of(0.3, 1.6)),
                        p.number("beta", preset.beta(), Range.of(0.05, 1)),
                        p.drawnFlag("normalised", preset.normalised()),
                        p.integer("threads", preset.threads(), Range.NONE)),
                true);
    }
}
