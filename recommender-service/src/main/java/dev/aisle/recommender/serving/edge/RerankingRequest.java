package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.serving.domain.Caps;
import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.Reranking.Diversity;
import dev.aisle.recommender.serving.domain.Reranking.Diversity.Method;
import dev.aisle.recommender.serving.domain.Reranking.Fairness;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an order becomes a list; what is left out is as the placement has it. Shares are 0 to 1; a cap of 0 is the placement's. */
record RerankingRequest(
        @Nullable Double diversity,
        @Nullable String diversityMethod,
        @Nullable Integer maxPerBrand,
        @Nullable Integer maxPerCategory,
        @Nullable Integer maxPerPriceLevel,
        @Nullable Double longTailShare,
        @Nullable Double explorationShare,
        @Nullable Double calibration,
        @Nullable Double trend) {
    static final RerankingRequest NONE = new RerankingRequest(null, null, null, null, null, null, null, null, null);

    Reranking checked(Reranking usual, @Nullable Boolean includePurchased, Checks checks) {
        Fairness fairness = usual.fairness();
        Caps caps = usual.caps();
        return new Reranking(
                new Diversity(share("diversity", diversity, usual.diversity().share(), checks), method(usual, checks)),
                new Caps(
                        cap("maxPerBrand", maxPerBrand, caps.perBrand(), checks),
                        cap("maxPerCategory", maxPerCategory, caps.perCategory(), checks),
                        cap("maxPerPriceLevel", maxPerPriceLevel, caps.perPriceLevel(), checks)),
                new Fairness(
                        share("longTailShare", longTailShare, fairness.longTailShare(), checks),
                        share("explorationShare", explorationShare, fairness.explorationShare(), checks),
                        share("calibration", calibration, fairness.calibration(), checks)),
                trend(usual.trend(), checks),
                includePurchased == null ? usual.includePurchased() : includePurchased);
    }

    private Method method(Reranking usual, Checks checks) {
        String name = Texts.orEmpty(diversityMethod).toUpperCase(Locale.ROOT);
        return switch (name) {
            case "MMR" -> Method.MMR;
            case "DPP" -> Method.DPP;
            case "" -> usual.diversity().method();
            default -> {
                checks.refuse("reranking.diversityMethod", "must be MMR or DPP");
                yield usual.diversity().method();
            }
        };
    }

    private double trend(double usual, Checks checks) {
        double asked = trend == null ? usual : trend;
        checks.trend("reranking.trend", asked);
        return asked;
    }

    private static double share(String field, @Nullable Double asked, double usual, Checks checks) {
        double share = asked == null ? usual : asked;
        checks.share("reranking." + field, share);
        return share;
    }

    private static int cap(String field, @Nullable Integer asked, int usual, Checks checks) {
        checks.cap("reranking." + field, asked == null ? 0 : asked);
        return asked == null || asked <= 0 ? usual : asked;
    }
}
