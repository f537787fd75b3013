package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.serving.domain.Recommendations;

/**
 * A list as both protocols send it.
 *
 * @param nextPageCursor empty when there is no further page
 * @param policyVersion the settings that made it; empty when there are none to choose
 */
record Answer(Recommendations list, String nextPageCursor, String policyVersion) {}
