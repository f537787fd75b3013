package dev.aisle.federate.coordinator;

import dev.aisle.contracts.federation.v1.KeysAnswer;
import dev.aisle.contracts.federation.v1.RoundAnswer;
import dev.aisle.contracts.federation.v1.RoundKeys;
import dev.aisle.contracts.federation.v1.SharesAnswer;
import dev.aisle.contracts.federation.v1.SharesRequest;
import dev.aisle.contracts.federation.v1.UnmaskRequest;
import dev.aisle.contracts.federation.v1.UpdateAnswer;
import dev.aisle.federate.secure.Place;
import java.util.Set;

/**
 * The four steps of a round. They are all there from its beginning, so that a quick partner finds the next one.
 *
 * @param place of the round
 * @param keys everybody's, to everybody
 * @param shares handed on
 * @param update masked numbers; each learns who stayed
 * @param unmask shares of those; each learns what came out
 */
record RoundSteps(
        Place place,
        Step<RoundKeys, KeysAnswer> keys,
        Step<SharesRequest, SharesAnswer> shares,
        Step<long[], UpdateAnswer> update,
        Step<UnmaskRequest, RoundAnswer> unmask) {

    static RoundSteps of(Place place, Set<String> partners) {
        String round = place.round() == 0 ? " of the census" : " of round " + place.round();
        return new RoundSteps(
                place,
                new Step<>("the keys" + round, partners),
                new Step<>("the shares" + round, partners),
                new Step<>("the numbers" + round, partners),
                new Step<>("the unmasking shares" + round, partners));
    }

    void abort(RuntimeException reason) {
        keys.abort(reason);
        shares.abort(reason);
        update.abort(reason);
        unmask.abort(reason);
    }
}
