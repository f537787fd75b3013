package dev.aisle.campaign.experiments.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.campaigns.domain.reading.Spot;
import dev.aisle.contracts.recommender.v1.DiversityMethod;
import dev.aisle.contracts.recommender.v1.Reranking;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/**
 * The flags that set how recommended products are ordered: {@code ranking}, or {@code ranking-home} for one placement. Their value is an object with the
 * fields of the recommender's {@code reranking}; what it doesn't say is as the placement is configured.
 */
public final class RankingFlag {
    private static final String KEY = "ranking";
    private static final List<String> FIELDS = List.of(
            "diversity",
            "diversityMethod",
            "maxPerBrand",
            "maxPerCategory",
            "maxPerPriceLevel",
            "longTailShare",
            "explorationShare",
            "calibration",
            "trend",
            "includePurchased");
    private static final int MOST_TREND = 10;
    private static final int MOST_CAP = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RankingFlag() {}

    /** The keys that may set a placement's ranking, the one that goes first before the other. */
    public static List<String> keys(String placement) {
        return List.of(KEY + "-" + placement, KEY);
    }

    /** Returns the placement whose ranking a flag sets; empty when it is another flag, or the one for all placements. */
    public static Optional<String> placement(String key) {
        return key.startsWith(KEY + "-") ? Optional.of(key.substring(KEY.length() + 1)) : Optional.empty();
    }

    /** Whether a flag is one of them. */
    public static boolean is(String key) {
        return key.equals(KEY) || key.startsWith(KEY + "-");
    }

    /** The settings that a flag answered. */
    public static Reranking settings(Object value) {
        return read(Spot.root(JSON.valueToTree(value)));
    }

    /** The settings; what is wrong with them is found at the spot. */
    static Reranking read(Spot spot) {
        Reranking.Builder settings = Reranking.newBuilder();
        if (!spot.object(FIELDS)) {
            return settings.build();
        }
        share(spot, "diversity", settings::setDiversity);
        share(spot, "longTailShare", settings::setLongTailShare);
        share(spot, "explorationShare", settings::setExplorationShare);
        share(spot, "calibration", settings::setCalibration);
        cap(spot, "maxPerBrand", settings::setMaxPerBrand);
        cap(spot, "maxPerCategory", settings::setMaxPerCategory);
        cap(spot, "maxPerPriceLevel", settings::setMaxPerPriceLevel);
        if (spot.is("diversityMethod")
                && !spot.at("diversityMethod").word(List.of("MMR", "DPP")).isEmpty()) {
            settings.setDiversityMethod(
                    DiversityMethod.valueOf(spot.at("diversityMethod").node().textValue()));
        }
        if (spot.is("includePurchased")) {
            settings.setIncludePurchased(spot.at("includePurchased").flag());
        }
        if (spot.is("trend")) {
            BigDecimal trend = spot.at("trend").decimal();
            if (trend == null || trend.signum() < 0 || trend.compareTo(BigDecimal.valueOf(MOST_TREND)) > 0) {
                spot.at("trend")
                        .wrong(
                                "Expected a number from 0 to " + MOST_TREND + ".",
                                "Write 0.2 for what rises up to a fifth more.");
            } else {
                settings.setTrend(trend.doubleValue());
            }
        }
        return settings.build();
    }

    private static void share(Spot spot, String field, DoubleConsumer set) {
        if (spot.is(field)) {
            set.accept(spot.at(field).share(true));
        }
    }

    private static void cap(Spot spot, String field, IntConsumer set) {
        if (spot.is(field)) {
            set.accept((int) spot.at(field).whole(1, MOST_CAP));
        }
    }
}
