package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.content.PopularityByValue;
import dev.aisle.algorithms.recommend.DecayedPopularity;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.algorithms.recommend.Trending;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What many people take, now or of late. */
final class PopularityFamily {
    private PopularityFamily() {}

    /** Adds its algorithms. */
    static void addTo(Map<String, Function<Parameters, Contender>> all) {
        all.put("popularity", PopularityFamily::popularity);
        all.put("popularity-decay", PopularityFamily::decayedPopularity);
        all.put("trending", PopularityFamily::trending);
        all.put("popularity-by", PopularityFamily::popularityByValue);
    }

    private static Contender popularity(Parameters p) {
        return new SetContender(new Popularity(p.flag("weighted", false)), false);
    }

    private static Contender decayedPopularity(Parameters p) {
        double preset = DecayedPopularity.withDefaults().halfLifeDays();
        return new AgeContender(new DecayedPopularity(p.number("days", (float) preset, Range.of(2, 365))));
    }

    private static Contender trending(Parameters p) {
        Trending preset = Trending.withDefaults();
        return new AgeContender(new Trending(
                p.number("short", (float) preset.shortDays(), Range.NONE),
                p.number("long", (float) preset.longDays(), Range.NONE)));
    }

    /** What can be grouped by. */
    private enum Attribute {
        CATEGORY,
        DEPARTMENT,
        BRAND,
        PRICE
    }

    private static Contender popularityByValue(Parameters p) {
        String attribute = p.choice("attribute", Attribute.CATEGORY).name().toLowerCase(Locale.ROOT);
        return new ContentContender("popularity-by", items -> new PopularityByValue(items, attribute), false);
    }
}
