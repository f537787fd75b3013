package dev.aisle.campaign.experiments.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The room in a layer: who takes part of it, and where the next one fits. */
public final class LayerRoom {
    /** Parts are whole ten-thousandths, as finely as the hash is. */
    private static final double STEPS = 10_000;

    private LayerRoom() {}

    /**
     * The first free part of that share.
     *
     * @param taken by others of the same layer
     * @return empty when no part is large enough
     */
    public static Optional<Layer> place(String name, double share, Collection<Layer> taken) {
        List<Layer> sorted =
                taken.stream().sorted(Comparator.comparingDouble(Layer::from)).toList();
        long wanted = Math.max(1, Math.round(share * STEPS));
        long from = 0;
        for (Layer other : sorted) {
            if (Math.round(other.from() * STEPS) - from >= wanted) {
                break;
            }
            from = Math.max(from, Math.round(other.to() * STEPS));
        }
        return from + wanted <= STEPS
                ? Optional.of(new Layer(name, from / STEPS, (from + wanted) / STEPS))
                : Optional.empty();
    }
}
