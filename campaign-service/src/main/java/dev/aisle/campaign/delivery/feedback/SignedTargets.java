package dev.aisle.campaign.delivery.feedback;

import dev.aisle.campaign.shared.SignedNumbers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tokens of tracked links. A token leads to the one target that it was made for, so that nobody can send people elsewhere through us. */
final class SignedTargets {
    private final SignedNumbers numbers;

    /** Keys, the one that signs first; without any nothing is accepted. */
    public SignedTargets(List<byte[]> keys) {
        this.numbers = new SignedNumbers("target-v1", keys);
    }

    /** Whether there is a key to sign with. */
    public boolean canSign() {
        return numbers.canSign();
    }

    /** The token of a message's link to a target; of its opening for an empty one. */
    public String token(UUID link, String target) {
        return numbers.token(link, target);
    }

    /** The message of a token; empty when it isn't ours, or was made for another target. */
    public Optional<UUID> read(String token, String target) {
        return numbers.read(token, target);
    }
}
