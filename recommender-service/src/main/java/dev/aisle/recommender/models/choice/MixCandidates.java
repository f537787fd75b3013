package dev.aisle.recommender.models.choice;

import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.PlacementKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The mixes that are compared: few, so that none is the best by chance alone. A source alone has a little popularity beside it, or a list would be short where
 * the source knows nothing.
 */
final class MixCandidates {
    private static final float LITTLE = 0.01f;
    private static final float BESIDE_THE_OTHERS = 0.8f;

    private static final List<NamedMix> EVERYWHERE = List.of(
            NamedMix.USUAL,
            NamedMix.CART,
            new NamedMix("item-knn", new Mix(1, 0, 0, 0, 0, LITTLE)),
            new NamedMix("session-knn", new Mix(0, 0, 1, 0, 0, LITTLE)),
            new NamedMix("ials", new Mix(0, 0, 0, 1, 0, LITTLE)),
            new NamedMix("popularity", new Mix(0, 0, 0, 0, 0, 1)));

    private static final NamedMix BASKETS = new NamedMix("bought-together", new Mix(0, 1, 0, 0, 0, LITTLE));

    private MixCandidates() {}

    /**
     * The mixes of a kind of placement.
     *
     * @param network whether the model has one
     */
    static List<NamedMix> of(PlacementKind kind, boolean network) {
        List<NamedMix> mixes = new ArrayList<>(EVERYWHERE);
        if (kind == PlacementKind.CART) {
            mixes.add(BASKETS);
        }
        if (network) {
            NamedMix usual = kind.usual();
            mixes.add(new NamedMix(usual.name() + "+network", usual.mix().withNetwork(BESIDE_THE_OTHERS)));
            mixes.add(new NamedMix("network", new Mix(0, 0, 0, 0, 0, LITTLE, 1)));
        }
        return mixes;
    }
}
