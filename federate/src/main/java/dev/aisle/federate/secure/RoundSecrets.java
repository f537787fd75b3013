package dev.aisle.federate.secure;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.algorithms.federated.Masks;
import dev.aisle.contracts.federation.v1.PartnerKeys;
import dev.aisle.contracts.federation.v1.RevealedShare;
import dev.aisle.contracts.federation.v1.RoundKeys;
import dev.aisle.contracts.federation.v1.Sealed;
import dev.aisle.contracts.federation.v1.SecretShares;
import dev.aisle.contracts.federation.v1.UnmaskRequest;
import dev.aisle.contracts.federation.v1.UpdateAnswer;
import dev.aisle.federate.RefusedException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * One partner's secrets in one round, used in the order of the methods. Nothing of it is used again. Of another partner it reveals a share of the own
 * mask or of the masking key, never of both.
 */
public final class RoundSecrets {
    private final String name;
    private final Place place;
    private final int threshold;
    private final SecureRandom random;
    private final KeyPair masking = KeyAgreements.fresh();
    private final KeyPair sealing = KeyAgreements.fresh();
    private final byte[] ownMask = new byte[Masks.SEED_BYTES];
    private final NavigableMap<String, RoundKeys> peers = new TreeMap<>();
    private final Map<String, SecretShares> held = new HashMap<>();
    private boolean revealed;

    /**
     * Draws the secrets.
     *
     * @param threshold how many partners must stay
     */
    public RoundSecrets(String name, Place place, int threshold, SecureRandom random) {
        this.name = name;
        this.place = place;
        this.threshold = threshold;
        this.random = random;
        random.nextBytes(ownMask);
    }

    /** The public half. */
    public RoundKeys keys(PrivateKey signing) {
        return SignedKeys.sign(
                place,
                ByteString.copyFrom(masking.getPublic().getEncoded()),
                ByteString.copyFrom(sealing.getPublic().getEncoded()),
                signing);
    }

    /**
     * Checks the keys of all, and deals out shares of the own secrets.
     *
     * @param certificates of the partners, checked already
     * @throws RefusedException when somebody's keys aren't signed by that partner for this round, or there are too few
     */
    public List<Sealed> shares(List<PartnerKeys> all, Map<String, X509Certificate> certificates) {
        for (PartnerKeys partner : all) {
            X509Certificate certificate = certificates.get(partner.getPartner());
            if (certificate == null || peers.containsKey(partner.getPartner())) {
                throw new RefusedException("keys: " + partner.getPartner() + " is no partner, or comes twice");
            }
            SignedKeys.check(partner.getPartner(), partner.getKeys(), place, certificate);
            peers.put(partner.getPartner(), partner.getKeys());
        }
        if (!peers.containsKey(name) || peers.size() < threshold) {
            throw new RefusedException(
                    "keys: expected those of at least " + threshold + " partners and mine among them");
        }
        return sealed(
                Shares.deal(KeyAgreements.secret(masking), threshold, peers.size(), random),
                Shares.deal(ownMask, threshold, peers.size(), random));
    }

    private List<Sealed> sealed(List<byte[]> ofKey, List<byte[]> ofMask) {
        List<Sealed> sealed = new ArrayList<>();
        for (String peer : peers.keySet()) {
            int holder = holder(peers, peer) - 1;
            SecretShares shares = SecretShares.newBuilder()
                    .setMaskingKey(ByteString.copyFrom(ofKey.get(holder)))
                    .setOwnMask(ByteString.copyFrom(ofMask.get(holder)))
                    .build();
            if (peer.equals(name)) {
                held.put(name, shares);
            } else {
                String use = place.use("share", name, peer);
                byte[] content = Sealing.seal(sealingKey(peer, use), use, shares.toByteArray());
                sealed.add(Sealed.newBuilder()
                        .setPartner(peer)
                        .setContent(ByteString.copyFrom(content))
                        .build());
            }
        }
        return sealed;
    }

    /** By number from 1 in the order of names: which share is whose. */
    static int holder(NavigableMap<String, ?> partners, String partner) {
        return partners.headMap(partner).size() + 1;
    }

    /**
     * Hides numbers: the own mask, and one with each partner from whom shares came.
     *
     * @param numbers are changed
     * @throws RefusedException when a share can't be opened, or too few came
     */
    public void mask(List<Sealed> received, long[] numbers) {
        for (Sealed share : received) {
            held.put(share.getPartner(), opened(share));
        }
        if (held.size() < threshold) {
            throw new RefusedException(
                    "shares: those of " + held.size() + " partners came, but " + threshold + " are needed");
        }
        Masks.add(ownMaskSeed(ownMask, place, name), numbers);
        for (String peer : held.keySet()) {
            if (!peer.equals(name)) {
                byte[] seed = pairSeed(masking.getPrivate(), peerKeys(peer), place, name, peer);
                apply(seed, name.compareTo(peer) < 0, numbers);
            }
        }
    }

    static void apply(byte[] seed, boolean added, long[] numbers) {
        if (added) {
            Masks.add(seed, numbers);
        } else {
            Masks.subtract(seed, numbers);
        }
    }

    private SecretShares opened(Sealed share) {
        String from = share.getPartner();
        if (held.containsKey(from)) {
            throw new RefusedException("shares: those of " + from + " came twice");
        }
        String use = place.use("share", from, name);
        try {
            return SecretShares.parseFrom(
                    Sealing.open(sealingKey(from, use), use, share.getContent().toByteArray()));
        } catch (InvalidProtocolBufferException e) {
            throw new RefusedException("shares: those of " + from + " are no message");
        }
    }

    /**
     * Reveals what takes the masks off the sum, once.
     *
     * @throws RefusedException when it isn't said of each partner with a mask that it either stayed or left, or too few stayed
     */
    public UnmaskRequest unmask(UpdateAnswer answer) {
        Set<String> stayed = new HashSet<>(answer.getStayedList());
        Set<String> left = new HashSet<>(answer.getLeftList());
        boolean apart = stayed.stream().noneMatch(left::contains);
        boolean all = stayed.size() + left.size() == held.size()
                && held.keySet().stream().allMatch(partner -> stayed.contains(partner) || left.contains(partner));
        if (revealed || !apart || !all || stayed.size() < threshold || !stayed.contains(name)) {
            throw new RefusedException("stayed: nothing is revealed unless at least " + threshold
                    + " partners stayed, I among them, and each of the others left");
        }
        revealed = true;
        UnmaskRequest.Builder request =
                UnmaskRequest.newBuilder().setSession(place.session()).setRound(place.round());
        held.forEach((partner, shares) -> {
            RevealedShare.Builder share = RevealedShare.newBuilder().setPartner(partner);
            if (stayed.contains(partner)) {
                request.addOwnMasks(share.setShare(shares.getOwnMask()));
            } else {
                request.addMaskingKeys(share.setShare(shares.getMaskingKey()));
            }
        });
        return request.build();
    }

    private RoundKeys peerKeys(String peer) {
        RoundKeys keys = peers.get(peer);
        if (keys == null) {
            throw new RefusedException("shares: " + peer + " has no keys in this round");
        }
        return keys;
    }

    private byte[] sealingKey(String peer, String use) {
        return KeyAgreements.agreed(
                sealing.getPrivate(),
                KeyAgreements.publicKey(peerKeys(peer).getSealingKey().toByteArray()),
                place.session().toByteArray(),
                use);
    }

    static byte[] ownMaskSeed(byte[] secret, Place place, String partner) {
        return KeyAgreements.derived(secret, place.session().toByteArray(), place.use("own", partner, partner));
    }

    /** The same for both, whoever asks. */
    static byte[] pairSeed(PrivateKey own, RoundKeys other, Place place, String name, String peer) {
        boolean first = name.compareTo(peer) < 0;
        String use = place.use("pair", first ? name : peer, first ? peer : name);
        return KeyAgreements.agreed(
                own,
                KeyAgreements.publicKey(other.getMaskingKey().toByteArray()),
                place.session().toByteArray(),
                use);
    }
}
