package dev.aisle.recommender.serving.edge;

import dev.aisle.contracts.recommender.v1.Reranking;
import dev.aisle.recommender.serving.domain.Caps;
import dev.aisle.recommender.serving.domain.Reranking.Diversity;
import dev.aisle.recommender.serving.domain.Reranking.Diversity.Method;
import dev.aisle.recommender.serving.domain.Reranking.Fairness;

/** Reads and checks the re-ranking of the gRPC service; what isn't set is as the placement has it. */
final class GrpcReranking {
    private GrpcReranking() {}

    static dev.aisle.recommender.serving.domain.Reranking reranking(
            Reranking wishes, dev.aisle.recommender.serving.domain.Reranking usual, Checks checks) {
        checks.share("reranking.diversity", wishes.getDiversity());
        checks.share("reranking.long_tail_share", wishes.getLongTailShare());
        checks.share("reranking.exploration_share", wishes.getExplorationShare());
        checks.share("reranking.calibration", wishes.getCalibration());
        checks.trend("reranking.trend", wishes.getTrend());
        checks.cap("reranking.max_per_brand", wishes.getMaxPerBrand());
        checks.cap("reranking.max_per_category", wishes.getMaxPerCategory());
        checks.cap("reranking.max_per_price_level", wishes.getMaxPerPriceLevel());
        Method method = switch (wishes.getDiversityMethod()) {
            case MMR -> Method.MMR;
            case DPP -> Method.DPP;
            case DIVERSITY_METHOD_UNSPECIFIED -> usual.diversity().method();
            case UNRECOGNIZED -> {
                checks.refuse("reranking.diversity_method", "must be MMR or DPP");
                yield usual.diversity().method();
            }
        };
        Fairness fairness = usual.fairness();
        return new dev.aisle.recommender.serving.domain.Reranking(
                new Diversity(
                        wishes.hasDiversity()
                                ? wishes.getDiversity()
                                : usual.diversity().share(),
                        method),
                caps(wishes, usual.caps()),
                new Fairness(
                        wishes.hasLongTailShare() ? wishes.getLongTailShare() : fairness.longTailShare(),
                        wishes.hasExplorationShare() ? wishes.getExplorationShare() : fairness.explorationShare(),
                        wishes.hasCalibration() ? wishes.getCalibration() : fairness.calibration()),
                wishes.hasTrend() ? wishes.getTrend() : usual.trend(),
                wishes.getIncludePurchased() || usual.includePurchased());
    }

    private static Caps caps(Reranking wishes, Caps usual) {
        return new Caps(
                wishes.getMaxPerBrand() > 0 ? wishes.getMaxPerBrand() : usual.perBrand(),
                wishes.getMaxPerCategory() > 0 ? wishes.getMaxPerCategory() : usual.perCategory(),
                wishes.getMaxPerPriceLevel() > 0 ? wishes.getMaxPerPriceLevel() : usual.perPriceLevel());
    }
}
