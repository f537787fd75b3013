package dev.aisle.recommender.served;

import dev.aisle.recommender.interactions.ShownItem;
import dev.aisle.recommender.interactions.ShownItem.Showing;
import dev.aisle.recommender.interactions.ShownItem.Showing.ChosenBy;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A list just after it was answered.
 *
 * @param kept whether it is to be kept
 * @param shown whether whoever asked says that it is shown
 * @param before how many items stood on earlier pages
 */
public record Answered(ServedList list, boolean kept, boolean shown, int before) {
    private static final String POLICY = "recommender";

    /** The exposures of its items; the request is their name, so that it counts once. */
    public List<ShownItem> exposures() {
        if (!shown) {
            return List.of();
        }
        ServedList.Origin origin = list.origin();
        Showing showing = new Showing(
                list.requestId(),
                list.requestId(),
                list.seen(),
                origin.placement(),
                origin.modelVersion(),
                new ChosenBy(list.requestId(), POLICY, origin.policyVersion()),
                origin.personalized(),
                list.servedAt());
        return IntStream.range(0, list.items().size())
                .mapToObj(index -> exposure(showing, index))
                .toList();
    }

    private ShownItem exposure(Showing showing, int index) {
        ServedList.Item item = list.items().get(index);
        return new ShownItem(
                showing, item.productId(), before + index + 1, item.score(), item.propensity(), item.source());
    }
}
