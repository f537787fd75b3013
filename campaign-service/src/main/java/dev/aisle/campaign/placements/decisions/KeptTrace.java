package dev.aisle.campaign.placements.decisions;

import dev.aisle.campaign.placements.decisions.DecisionTrace.Versions;
import dev.aisle.campaign.placements.decisions.DecisionTrace.Weighed;
import dev.aisle.campaign.placements.domain.arbitration.Lineup;
import dev.aisle.campaign.placements.domain.arbitration.Lineup.Entry;
import dev.aisle.campaign.placements.domain.arbitration.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a decision's row keeps of its trace. Whoever wasn't stopped could have been given; the first of them won.
 *
 * @param lineup the digest of who wanted the placement
 * @param stopped by the code of the first rule that stopped them
 */
public record KeptTrace(String lineup, Map<String, Places> stopped, Versions data) {
    public KeptTrace {
        stopped = Map.copyOf(stopped);
    }

    /** The whole of it. */
    public DecisionTrace with(Lineup all) {
        List<Entry> entries = all.entries();
        BitSet open = new BitSet();
        open.set(0, entries.size());
        Map<String, List<String>> by = new TreeMap<>();
        stopped.forEach((rule, places) -> {
            open.andNot(places.set());
            by.put(
                    rule,
                    places.set().stream()
                            .mapToObj(place -> entries.get(place).campaign())
                            .toList());
        });
        if (open.isEmpty()) {
            return new DecisionTrace(all.currency(), null, List.of(), by, data);
        }
        Entry winner = entries.get(open.nextSetBit(0));
        List<Weighed> lost = new ArrayList<>();
        open.stream().skip(1).mapToObj(entries::get).forEach(loser -> lost.add(weighed(loser, loser.lostTo(winner))));
        return new DecisionTrace(all.currency(), weighed(winner, null), lost, by, data);
    }

    private static Weighed weighed(Entry entry, @Nullable Rule lostBy) {
        // A thousandth of a cent tells any two apart that differ for a reason.
        double expected = Math.round(entry.expected() * 1000) / 1000.0;
        return new Weighed(
                entry.campaign(), expected, entry.measured(), entry.priority(), lostBy == null ? null : lostBy.code());
    }
}
