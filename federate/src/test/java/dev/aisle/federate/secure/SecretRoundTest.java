package dev.aisle.federate.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.federation.v1.PartnerKeys;
import dev.aisle.contracts.federation.v1.RoundKeys;
import dev.aisle.contracts.federation.v1.Sealed;
import dev.aisle.contracts.federation.v1.UnmaskRequest;
import dev.aisle.contracts.federation.v1.UpdateAnswer;
import dev.aisle.federate.Certificates;
import dev.aisle.federate.Credentials;
import dev.aisle.federate.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A round without a network, with real certificates. */
class SecretRoundTest {
    private static final List<String> NAMES = List.of("ash", "birch", "cedar", "douglas", "elm");
    private static final int THRESHOLD = 3;
    private static final int LENGTH = 37;
    private static final Place PLACE = new Place(ByteString.copyFromUtf8("sixteen bytes it"), 4);
    private static final Map<String, Credentials> WHO = credentials();

    private final Map<String, RoundSecrets> secrets = new TreeMap<>();
    private final List<PartnerKeys> keys = new ArrayList<>();
    private final Map<String, X509Certificate> certificates = new HashMap<>();
    private final Map<String, List<Sealed>> inboxes = new TreeMap<>();

    private static Map<String, Credentials> credentials() {
        try {
            Path folder = Files.createTempDirectory("federate-test");
            folder.toFile().deleteOnExit();
            Certificates certificates = new Certificates(folder);
            certificates.create(NAMES);
            Map<String, Credentials> all = new HashMap<>();
            NAMES.forEach(name -> all.put(name, certificates.credentials(name)));
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void exchangeKeys() {
        keys.clear();
        for (String name : NAMES) {
            Credentials own = WHO.get(name);
            RoundSecrets drawn = new RoundSecrets(name, PLACE, THRESHOLD, new SecureRandom());
            secrets.put(name, drawn);
            certificates.put(name, own.certificate());
            keys.add(PartnerKeys.newBuilder()
                    .setPartner(name)
                    .setKeys(drawn.keys(own.key()))
                    .build());
        }
    }

    private void dealShares(Set<String> dealers) {
        NAMES.forEach(name -> inboxes.put(name, new ArrayList<>()));
        for (String dealer : dealers) {
            for (Sealed share : secrets.get(dealer).shares(keys, certificates)) {
                inboxes.get(share.getPartner())
                        .add(share.toBuilder().setPartner(dealer).build());
            }
        }
    }

    /** Whoever is in {@code dealers} deals shares, whoever is in {@code stays} sends numbers, whoever is in {@code reveals} unmasks. */
    @Property(tries = 30)
    void theSumOfThoseWhoStayIsExactWhoeverElseLeavesAndWhenever(@ForAll @IntRange(max = 100_000) int seed) {
        Random random = new Random(seed);
        exchangeKeys();
        Set<String> dealers = some(NAMES, random);
        Set<String> stays = some(List.copyOf(dealers), random);
        Set<String> reveals = some(List.copyOf(stays), random);
        dealShares(dealers);
        long[] sum = new long[LENGTH];
        long[] plain = new long[LENGTH];
        for (String name : dealers) {
            long[] numbers = random.longs(LENGTH).toArray();
            boolean stayed = stays.contains(name);
            for (int n = 0; n < LENGTH; n++) {
                plain[n] += stayed ? numbers[n] : 0;
            }
            secrets.get(name).mask(inboxes.get(name), numbers);
            for (int n = 0; n < LENGTH; n++) {
                sum[n] += stayed ? numbers[n] : 0;
            }
        }
        assertThat(sum).isNotEqualTo(plain);

        Map<String, UnmaskRequest> revealed = new TreeMap<>();
        reveals.forEach(name -> revealed.put(name, secrets.get(name).unmask(who(dealers, stays))));
        new Unmasking(PLACE, publicKeys(), dealers, stays, THRESHOLD).apply(revealed, sum);

        assertThat(sum).isEqualTo(plain);
    }

    private NavigableMap<String, RoundKeys> publicKeys() {
        NavigableMap<String, RoundKeys> all = new TreeMap<>();
        keys.forEach(one -> all.put(one.getPartner(), one.getKeys()));
        return all;
    }

    private static Set<String> some(List<String> of, Random random) {
        List<String> left = new ArrayList<>(of);
        int leave = random.nextInt(left.size() - THRESHOLD + 1);
        for (int n = 0; n < leave; n++) {
            left.remove(random.nextInt(left.size()));
        }
        return new TreeSet<>(left);
    }

    private static UpdateAnswer who(Set<String> dealers, Set<String> stays) {
        return UpdateAnswer.newBuilder()
                .addAllStayed(stays)
                .addAllLeft(
                        dealers.stream().filter(name -> !stays.contains(name)).toList())
                .build();
    }

    @Test
    void keysThatTheCoordinatorPutInPlaceOfAPartnersAreRefused() {
        exchangeKeys();
        RoundKeys foreign = new RoundSecrets("birch", PLACE, THRESHOLD, new SecureRandom())
                .keys(WHO.get("ash").key());
        keys.set(1, keys.get(1).toBuilder().setKeys(foreign).build());

        assertThatThrownBy(() -> secrets.get("cedar").shares(keys, certificates))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("birch aren't signed");
    }

    @Test
    void keysOfAnotherRoundAreRefusedThoughTheirSignatureIsGenuine() {
        exchangeKeys();
        Place before = new Place(PLACE.session(), 3);
        RoundKeys old = new RoundSecrets("birch", before, THRESHOLD, new SecureRandom())
                .keys(WHO.get("birch").key());
        keys.set(1, keys.get(1).toBuilder().setKeys(old).build());

        assertThatThrownBy(() -> secrets.get("cedar").shares(keys, certificates))
                .hasMessageContaining("round 3");
    }

    @Test
    void nobodyRevealsWhenTooFewStayedOrTwice() {
        exchangeKeys();
        Set<String> all = new TreeSet<>(NAMES);
        dealShares(all);
        secrets.get("ash").mask(inboxes.get("ash"), new long[LENGTH]);

        assertThatThrownBy(() -> secrets.get("ash").unmask(who(all, Set.of("ash", "birch"))))
                .hasMessageContaining("at least 3");
        assertThatThrownBy(() -> secrets.get("ash")
                        .unmask(UpdateAnswer.newBuilder()
                                .addAllStayed(NAMES)
                                .addLeft("birch")
                                .build()))
                .isInstanceOf(RefusedException.class);
        secrets.get("ash").unmask(who(all, all));
        assertThatThrownBy(() -> secrets.get("ash").unmask(who(all, all))).isInstanceOf(RefusedException.class);
    }

    @Test
    void aShareThatSomebodyChangedIsRefused() {
        exchangeKeys();
        dealShares(new TreeSet<>(NAMES));
        Sealed share = inboxes.get("ash").getFirst();
        byte[] content = share.getContent().toByteArray();
        content[3] ^= 1;
        inboxes.get("ash")
                .set(
                        0,
                        share.toBuilder()
                                .setContent(ByteString.copyFrom(content))
                                .build());

        assertThatThrownBy(() -> secrets.get("ash").mask(inboxes.get("ash"), new long[LENGTH]))
                .hasMessageContaining("can't be opened");
    }

    @Test
    void fewerSharesThanTheThresholdDontGiveTheSecret() {
        byte[] secret = new byte[32];
        new Random(1).nextBytes(secret);
        List<byte[]> shares = Shares.deal(secret, 3, 5, new SecureRandom());

        assertThat(Shares.secret(Map.of(1, shares.get(0), 3, shares.get(2), 5, shares.get(4))))
                .isEqualTo(secret);
        assertThat(Shares.secret(Map.of(1, shares.get(0), 3, shares.get(2)))).isNotEqualTo(secret);
    }

    @Test
    void aKeyIsOfOneUseInOneTraining() {
        assertThat(KeyAgreements.derived(new byte[32], new byte[16], "a"))
                .isEqualTo(KeyAgreements.derived(new byte[32], new byte[16], "a"))
                .isNotEqualTo(KeyAgreements.derived(new byte[32], new byte[16], "b"))
                .isNotEqualTo(
                        KeyAgreements.derived(new byte[32], PLACE.session().toByteArray(), "a"));
        assertThatThrownBy(() -> KeyAgreements.publicKey(new byte[44])).isInstanceOf(RefusedException.class);
    }
}
