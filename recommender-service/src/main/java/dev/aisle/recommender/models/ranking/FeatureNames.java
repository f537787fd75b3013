package dev.aisle.recommender.models.ranking;

import dev.aisle.recommender.models.domain.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names of what a learned ranker knows of a candidate, in the order of its numbers: what the sources say, then everything else. */
public final class FeatureNames {
    /** Changes with their number, order or meaning: a ranker works with those of its own version only. */
    public static final String VERSION = "3";

    /** The name of what the blend says. */
    public static final String BLEND = "blend";

    /** Not PICTURE: no list that a ranker orders is asked for with a picture. */
    public static final List<Source> SOURCES = Arrays.stream(Source.values())
            .filter(source -> source != Source.PICTURE)
            .toList();

    private static final List<String> OTHERS = List.of(
            BLEND,
            "popularity",
            "tail",
            "interest",
            "price-fit",
            "reduction",
            "days-since-seen",
            "days-available",
            "signals",
            "text-likeness",
            "picture-likeness",
            "on-page",
            "in-cart",
            "small-screen");

    /** All of them: {@code source:NAME} is what a source says on the common scale. */
    public static final List<String> ALL = Stream.concat(
                    SOURCES.stream()
                            .map(source -> "source:"
                                    + source.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    OTHERS.stream())
            .toList();

    private FeatureNames() {}
}
