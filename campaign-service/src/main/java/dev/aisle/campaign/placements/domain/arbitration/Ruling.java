package dev.aisle.campaign.placements.domain.arbitration;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.placements.domain.Choice;
import java.util.List;
import java.util.Map;

/**
 * How a placement was given.
 *
 * @param choice what the person gets
 * @param ranked those that could have been given, the winner first
 * @param stopped all others, by the first rule that stopped them
 */
public record Ruling(Choice choice, List<Contender> ranked, Map<Rule, List<Campaign>> stopped) {
    public Ruling {
        ranked = List.copyOf(ranked);
        stopped = Map.copyOf(stopped);
    }

    /** Why a contender lost to the winner. */
    public static Rule lostBy(Contender loser, Contender winner) {
        return loser.entry().lostTo(winner.entry());
    }
}
