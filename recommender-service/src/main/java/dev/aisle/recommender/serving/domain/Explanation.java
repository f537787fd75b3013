package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.serving.domain.Recommendations.Origin;
import java.util.List;

/**
 * Why a product is, or isn't, recommended to somebody now.
 *
 * @param place in the list of the first hundred, from 1; 0 when it isn't there
 * @param reason what its reason is, or would be
 * @param contributions what its score is made of; the shares sum to one, or there is none
 * @param obstacles why it isn't in the list; empty when it is
 */
public record Explanation(
        int place, Reason reason, List<Contribution> contributions, List<Obstacle> obstacles, Origin origin) {
    public Explanation {
        contributions = List.copyOf(contributions);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * A part of the score.
     *
     * @param source its name
     * @param causeProductId the signal; empty when it is no signal's
     * @param share of the whole score, 0 to 1
     */
    public record Contribution(String source, String causeProductId, double share) {}

    /**
     * Why it isn't in the list.
     *
     * @param text a sentence in the language that was asked for
     */
    public record Obstacle(Code code, String text) {
        /** Kinds of obstacles. */
        public enum Code {
            NOT_FOR_SALE,
            JUST_SEEN,
            ALREADY_BOUGHT,
            /** Nobody has dealt with it yet, and its description leads nowhere. */
            NOTHING_KNOWN,
            /** Others score higher, or a cap of its kind is reached. */
            OTHERS_FIRST,
            /** What is known of the person may not be used; the answer is for anybody. */
            NO_CONSENT
        }
    }
}
