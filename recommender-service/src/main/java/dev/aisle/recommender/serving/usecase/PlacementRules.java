package dev.aisle.recommender.serving.usecase;

import dev.aisle.recommender.serving.domain.Caps;
import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.Reranking.Diversity;
import dev.aisle.recommender.serving.domain.Reranking.Fairness;
import dev.aisle.recommender.serving.usecase.ServingSettings.Placement;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the configuration says of each placement. */
@Singleton
public class PlacementRules {
    private static final String USUAL = "usual";

    private final Map<String, Rules> rules = new HashMap<>();
    private final Rules usual;

    PlacementRules(ServingSettings settings) {
        settings.placements().forEach((name, placement) -> rules.put(name, new Rules(name, rerankingOf(placement))));
        this.usual = new Rules(USUAL, rerankingOf(settings.usual()));
    }

    /**
     * The settings of a placement.
     *
     * @param name the placement's name; "usual" when it has no settings of its own
     */
    public record Rules(String name, Reranking reranking) {
        /** Names these settings, or the caller's own beside them: who analyses exposures must know what chose them. */
        public String version(Reranking used) {
            String own = used.equals(reranking) ? name : name + "+request";
            return own + "@" + Integer.toHexString(used.toString().hashCode());
        }
    }

    /** The settings of a placement; the usual ones for a name that has none. */
    public Rules of(String placement) {
        return rules.getOrDefault(placement.toLowerCase(Locale.ROOT), usual);
    }

    private static Reranking rerankingOf(Placement placement) {
        return new Reranking(
                new Diversity(placement.diversity(), placement.diversityMethod()),
                new Caps(placement.maxPerBrand(), placement.maxPerCategory(), placement.maxPerPriceLevel()),
                new Fairness(placement.longTailShare(), placement.explorationShare(), placement.calibration()),
                placement.trend(),
                placement.includePurchased());
    }
}
