package dev.aisle.campaign.experiments.usecase;

import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.experiments.domain.RankingFlag;
import dev.aisle.platform.placements.Placements;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Looks whether a flag that sets the ranking of one placement names one of the shop. */
@Singleton
public class RankingPlacements {
    private final Placements placements;

    RankingPlacements(Placements placements) {
        this.placements = placements;
    }

    /**
     * Returns what is wrong with the key of a flag; empty when it is right or sets no ranking.
     *
     * @param place where the key is written
     */
    public Optional<Finding> finding(String flag, String place) {
        return RankingFlag.placement(flag)
                .filter(name -> !placements.declares(name))
                .map(name -> new Finding(
                        place,
                        "The flag sets the ranking of a placement that the shop doesn't have.",
                        placements.fix(name)));
    }
}
