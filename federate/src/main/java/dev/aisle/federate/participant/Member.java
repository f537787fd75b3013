package dev.aisle.federate.participant;

import dev.aisle.contracts.federation.v1.JoinAnswer;
import dev.aisle.contracts.federation.v1.JoinRequest;
import dev.aisle.contracts.federation.v1.KeysAnswer;
import dev.aisle.contracts.federation.v1.ListedProduct;
import dev.aisle.contracts.federation.v1.PartnerCertificate;
import dev.aisle.contracts.federation.v1.RoundAnswer;
import dev.aisle.contracts.federation.v1.SharesAnswer;
import dev.aisle.contracts.federation.v1.SharesRequest;
import dev.aisle.contracts.federation.v1.UpdateAnswer;
import dev.aisle.contracts.federation.v1.UpdateRequest;
import dev.aisle.federate.Credentials;
import dev.aisle.federate.Numbers;
import dev.aisle.federate.RefusedException;
import dev.aisle.federate.secure.Place;
import dev.aisle.federate.secure.RoundSecrets;
import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;

/** A partner in a training: joins once, then puts numbers into the sum of each round. Knows nothing of what the numbers mean. */
public final class Member {
    private final Credentials credentials;
    private final Connection connection;
    private final SecureRandom random;
    private final Map<String, X509Certificate> partners = new HashMap<>();
    private JoinAnswer joined = JoinAnswer.getDefaultInstance();

    /** @param random of all keys and masks */
    public Member(Credentials credentials, Connection connection, SecureRandom random) {
        this.credentials = credentials;
        this.connection = connection;
        this.random = random;
    }

    /**
     * Joins with a catalogue.
     *
     * @throws RefusedException when a partner's certificate isn't right, or the terms aren't met
     */
    public JoinAnswer join(People people, long claimed, Terms terms) {
        JoinRequest.Builder request = JoinRequest.newBuilder().setPeople(claimed);
        people.products()
                .forEach(product -> request.addProducts(
                        ListedProduct.newBuilder().setGtin(product.gtin()).setTitle(product.title())));
        joined = connection.send("join", request.build(), JoinAnswer.parser());
        joined.getPartnersList().forEach(this::know);
        terms.check(joined);
        int items = joined.getPlan().getItems();
        boolean fits = joined.getNumbersCount() == people.products().size()
                && joined.getNumbersList().stream().allMatch(number -> number >= 0 && number < items);
        if (!fits || !partners.containsKey(credentials.name())) {
            throw new RefusedException(
                    "numbers: expected one below " + items + " for each of my products, and me among the partners");
        }
        return joined;
    }

    private void know(PartnerCertificate partner) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(partner.getCertificate().toByteArray()));
            credentials.check(partner.getPartner(), certificate);
            if (partners.values().stream().anyMatch(other -> Credentials.sameKey(other, certificate))) {
                throw new RefusedException("partners: two have the same key");
            }
            partners.put(partner.getPartner(), certificate);
        } catch (CertificateException e) {
            throw new RefusedException("certificate of " + partner.getPartner() + ": " + e.getMessage());
        }
    }

    /** The partners' certificates, checked. */
    public Map<String, X509Certificate> partners() {
        return Map.copyOf(partners);
    }

    /**
     * Takes part in a round.
     *
     * @param round 0 is the census
     * @param numbers quantised; are changed
     * @return what came out
     */
    public RoundAnswer contribute(int round, long[] numbers) {
        Place place = new Place(joined.getSession(), round);
        RoundSecrets secrets =
                new RoundSecrets(credentials.name(), place, joined.getPlan().getThreshold(), random);
        KeysAnswer keys = connection.send("keys", secrets.keys(credentials.key()), KeysAnswer.parser());
        SharesRequest dealt = SharesRequest.newBuilder()
                .setSession(place.session())
                .setRound(round)
                .addAllShares(secrets.shares(keys.getPartnersList(), partners))
                .build();
        SharesAnswer shares = connection.send("shares", dealt, SharesAnswer.parser());
        secrets.mask(shares.getSharesList(), numbers);
        UpdateRequest update = UpdateRequest.newBuilder()
                .setSession(place.session())
                .setRound(round)
                .setNumbers(Numbers.bytes(numbers))
                .build();
        UpdateAnswer stayed = connection.send("update", update, UpdateAnswer.parser());
        return connection.send("unmask", secrets.unmask(stayed), RoundAnswer.parser());
    }
}
