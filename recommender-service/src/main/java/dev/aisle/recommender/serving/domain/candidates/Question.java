package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Eligible;
import dev.aisle.recommender.serving.domain.Group;
import dev.aisle.recommender.serving.domain.Group.Kind;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.domain.Signals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sources are asked.
 *
 * @param shop what there is
 * @param signals what is wanted
 * @param audience who wants it
 * @param eligible what may stand in the list
 * @param count how many candidates a source gives at most
 * @param deadline when the sources must be done
 * @param groups that the list is for
 */
public record Question(
        ShopView shop,
        Signals signals,
        Audience audience,
        Eligible eligible,
        int count,
        Deadline deadline,
        List<Group> groups) {
    /** A question for people of whom no group is known. */
    public Question(
            ShopView shop, Signals signals, Audience audience, Eligible eligible, int count, Deadline deadline) {
        this(shop, signals, audience, eligible, count, deadline, List.of());
    }

    /** The group of a kind that the list is for; {@code null} when there is none. */
    public @Nullable Group group(Kind kind) {
        return groups.stream().filter(group -> group.kind() == kind).findFirst().orElse(null);
    }
}
