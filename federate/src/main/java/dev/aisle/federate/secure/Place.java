package dev.aisle.federate.secure;

import com.google.protobuf.ByteString;
import dev.aisle.federate.RefusedException;

/**
 * Where in a training a message belongs. Keys are bound to it, so that nothing of one round is of use in another.
 *
 * @param session of the training
 * @param round 0 is the census
 */
public record Place(ByteString session, int round) {
    /** @throws RefusedException when a message belongs elsewhere */
    public void require(ByteString otherSession, int otherRound) {
        if (!otherSession.equals(session)) {
            throw new RefusedException("session: the message is of another training");
        }
        if (otherRound != round) {
            throw new RefusedException("round: the message is of round " + otherRound + ", but this is round " + round);
        }
    }

    String use(String what, String from, String to) {
        return "aisle-federation-v1|" + what + "|" + round + "|" + from + "|" + to;
    }
}
