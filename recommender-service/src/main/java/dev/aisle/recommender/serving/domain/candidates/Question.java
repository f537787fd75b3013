package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Eligible;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.domain.Signals;

/**
 * What sources are asked.
 *
 * @param shop what there is
 * @param signals what is wanted
 * @param audience who wants it
 * @param eligible what may stand in the list
 * @param count how many candidates a source gives at most
 * @param deadline when the sources must be done
 */
public record Question(
        ShopView shop, Signals signals, Audience audience, Eligible eligible, int count, Deadline deadline) {}
