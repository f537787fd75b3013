package dev.aisle.federate.secure;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.federated.Masks;
import dev.aisle.contracts.federation.v1.RevealedShare;
import dev.aisle.contracts.federation.v1.RoundKeys;
import dev.aisle.contracts.federation.v1.UnmaskRequest;
import dev.aisle.federate.RefusedException;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Function;

/**
 * The coordinator's half of a round: takes the masks off the sum of those who stayed.
 *
 * @param keys of everybody to whom shares were dealt
 * @param dealt whose shares everybody holds
 * @param stayed whose numbers are in the sum
 * @param threshold how many shares give a secret
 */
public record Unmasking(
        Place place, NavigableMap<String, RoundKeys> keys, Set<String> dealt, Set<String> stayed, int threshold) {

    /**
     * Takes the masks off.
     *
     * @param revealed by partner, of at least the threshold
     * @param sum is changed
     * @throws RefusedException when too few shares came
     */
    public void apply(Map<String, UnmaskRequest> revealed, long[] sum) {
        for (String partner : dealt) {
            if (stayed.contains(partner)) {
                byte[] mask = secret(partner, revealed, UnmaskRequest::getOwnMasksList);
                Masks.subtract(RoundSecrets.ownMaskSeed(mask, place, partner), sum);
            } else {
                takeOff(
                        partner,
                        KeyAgreements.privateKey(secret(partner, revealed, UnmaskRequest::getMaskingKeysList)),
                        sum);
            }
        }
    }

    /** Whoever stayed has a mask with the one who left, which nothing cancels. */
    private void takeOff(String left, PrivateKey key, long[] sum) {
        for (String other : stayed) {
            RoundKeys keysOfOther = keys.get(other);
            if (keysOfOther != null) {
                byte[] seed = RoundSecrets.pairSeed(key, keysOfOther, place, left, other);
                RoundSecrets.apply(seed, other.compareTo(left) > 0, sum);
            }
        }
    }

    private byte[] secret(
            String of, Map<String, UnmaskRequest> revealed, Function<UnmaskRequest, List<RevealedShare>> kind) {
        Map<Integer, byte[]> shares = new LinkedHashMap<>();
        revealed.forEach((holder, request) -> {
            ByteString share = kind.apply(request).stream()
                    .filter(part -> part.getPartner().equals(of))
                    .map(RevealedShare::getShare)
                    .findFirst()
                    .orElse(ByteString.EMPTY);
            if (!share.isEmpty() && shares.size() < threshold) {
                shares.put(RoundSecrets.holder(keys, holder), share.toByteArray());
            }
        });
        if (shares.size() < threshold) {
            throw new RefusedException(
                    "shares of " + of + ": " + shares.size() + " came, but " + threshold + " are needed");
        }
        return Shares.secret(shares);
    }
}
