package dev.aisle.recommender.models.choice;

import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.PlacementKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mix serves at each kind of placement. It lies in the file of the model, so that replicas, promotions and rollbacks carry it along.
 *
 * @param placements one for each kind
 * @param basis what the mixes were compared on, in words
 */
public record ChoiceReport(List<PlacementChoice> placements, String basis) {
    public ChoiceReport {
        placements = List.copyOf(placements);
    }

    /** The choice at a kind of placement; the usual mix when there is none. */
    public PlacementChoice at(PlacementKind kind) {
        for (PlacementChoice choice : placements) {
            if (choice.placement().equals(kind.label())) {
                return choice;
            }
        }
        return PlacementChoice.kept(kind, kind.usual(), "The file says nothing of this placement.");
    }

    /** Whether a network is asked anywhere. */
    public boolean asksNetwork() {
        return placements.stream().anyMatch(choice -> choice.chosen().mix().network() > 0);
    }

    /** How much more than with the usual mixes is reached where a network is asked, added up over the placements. */
    public double gainOfNetwork() {
        double gain = 0;
        for (PlacementKind kind : PlacementKind.values()) {
            PlacementChoice choice = at(kind);
            Double usual = choice.compared().get(kind.usual().name());
            if (choice.chosen().mix().network() > 0 && choice.figure() != null && usual != null) {
                gain += choice.figure().value() - usual;
            }
        }
        return gain;
    }

    /**
     * Where nothing can be compared the mixes stay that serve now, as far as a model can have them.
     *
     * @param present {@code null}: the usual ones
     * @param network whether the model has one
     */
    public static ChoiceReport kept(@Nullable ChoiceReport present, boolean network, String why) {
        return new ChoiceReport(
                Arrays.stream(PlacementKind.values())
                        .map(kind -> PlacementChoice.kept(kind, present(present, kind, network), why))
                        .toList(),
                why);
    }

    /** What serves at a kind of placement now; the usual mix when a model without a network can't have it. */
    static NamedMix present(@Nullable ChoiceReport present, PlacementKind kind, boolean network) {
        NamedMix now = present == null ? kind.usual() : present.at(kind).chosen();
        Mix mix = now.mix();
        return mix.network() > 0 && !network ? kind.usual() : now;
    }
}
