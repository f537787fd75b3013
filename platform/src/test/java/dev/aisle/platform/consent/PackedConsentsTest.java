package dev.aisle.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.AgeBand;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.GppSignal;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.contracts.privacy.v1.TcfSignal;
import dev.aisle.platform.packed.PackedMap;
import dev.aisle.testing.MadeConsents;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PackedConsentsTest {
    private static final int PEOPLE = 200_000;
    private static final String KEY = "p1.k1.abcdefghijklmnopqrstuvwxyz012345";

    @Test
    void aPersonsConsentTakesAtMostAHundredAndFiftyBytes() {
        PackedMap<Consent> consents = new PackedMap<>(new PackedConsents());
        RandomGenerator random = new Random(7);
        for (int i = 0; i < PEOPLE; i++) {
            String pseudonym = MadeConsents.pseudonym(random);
            consents.put(pseudonym, Consent.of(MadeConsents.state(pseudonym, random)));
        }

        assertThat(consents.size()).isEqualTo(PEOPLE);
        assertThat(consents.bytes() / PEOPLE).isLessThanOrEqualTo(150);
    }

    @Property(tries = 2_000)
    void aConsentIsTheSameAfterItWasKeptAsBytes(@ForAll("states") ConsentState state) {
        PackedMap<Consent> consents = new PackedMap<>(new PackedConsents());

        consents.put(KEY, Consent.of(state));

        assertThat(consents.get(KEY))
                .isNotNull()
                .satisfies(kept -> assertThat(kept.parts()).isEqualTo(ConsentParts.of(state)));
    }

    @Test
    void aPurposeOfALaterReleaseIsPassedOver() {
        PackedMap<Consent> consents = new PackedMap<>(new PackedConsents());
        ConsentState state = ConsentState.newBuilder()
                .setVersion(1)
                .addDecisions(PurposeDecision.newBuilder().setPurposeValue(99))
                .addFences(PurposeFence.newBuilder().setPurposeValue(99).setVersion(7))
                .setGppSignal(GppSignal.newBuilder().addOptedOutValue(99).addNotOptedOutValue(99))
                .build();

        consents.put(KEY, Consent.of(state));

        assertThat(consents.get(KEY))
                .isNotNull()
                .satisfies(kept -> assertThat(kept.version()).isEqualTo(1));
    }

    @Provide
    Arbitrary<ConsentState> states() {
        return Arbitraries.randomValue(PackedConsentsTest::state);
    }

    private static ConsentState state(Random random) {
        ConsentState.Builder state = random.nextBoolean()
                ? MadeConsents.state(KEY, random).toBuilder()
                : ConsentState.newBuilder()
                        .setEpoch(random.nextInt(3))
                        .setVersion(random.nextInt(1_000))
                        .setRevision(random.nextInt(300))
                        .setChangedAt(moment(random));
        for (int left = random.nextInt(4); left > 0; left--) {
            state.addDecisions(decision(random)).addFences(fence(random));
        }
        if (random.nextInt(3) == 0) {
            state.setAgeBand(oneOf(List.of(AgeBand.CHILD, AgeBand.TEEN, AgeBand.ADULT), random))
                    .setGpc(random.nextBoolean())
                    .setSuppressed(random.nextBoolean())
                    .setJurisdiction(oneOf(List.of("", "US-CA", "FR"), random))
                    .addEarlierJurisdictions("DE")
                    .setHeldUntil(moment(random));
        }
        if (random.nextInt(3) == 0) {
            state.setSuccessor("p1.k2.abcdefghijklmnopqrstuvwxyz012345")
                    .addPayloadKeys(PayloadKey.newBuilder()
                            .setSealingKey("s2")
                            .setWrapped(ByteString.copyFromUtf8("of another length")));
        }
        if (random.nextInt(3) == 0) {
            signals(state, random);
        }
        return state.build();
    }

    private static void signals(ConsentState.Builder state, Random random) {
        state.setTcf("a string").setGpp("another");
        if (random.nextBoolean()) {
            state.setTcfSignal(TcfSignal.newBuilder()
                    .addAllPurposes(random.ints(3, -1, 300).boxed().toList())
                    .setExpiresAt(moment(random)));
        }
        if (random.nextBoolean()) {
            state.setGppSignal(GppSignal.newBuilder()
                    .addOptedOut(purpose(random))
                    .addNotOptedOut(purpose(random))
                    .setMalformed(random.nextBoolean()));
        }
    }

    private static PurposeDecision decision(Random random) {
        PurposeDecision.Builder decision = PurposeDecision.newBuilder()
                .setPurpose(purpose(random))
                .setStatus(oneOf(List.of(ConsentStatus.values()).subList(0, 7), random));
        if (random.nextBoolean()) {
            decision.setDecidedAt(moment(random));
        }
        return random.nextBoolean() ? decision.setExpiresAt(moment(random)).build() : decision.build();
    }

    private static PurposeFence fence(Random random) {
        PurposeFence.Builder fence =
                PurposeFence.newBuilder().setPurpose(purpose(random)).setVersion(random.nextInt(5));
        return random.nextBoolean() ? fence.setRefusedSince(moment(random)).build() : fence.build();
    }

    private static Purpose purpose(Random random) {
        return oneOf(List.of(Purpose.values()).subList(0, 11), random);
    }

    private static Timestamp moment(Random random) {
        return Timestamp.newBuilder()
                .setSeconds(random.nextLong(-2_000_000_000, 4_000_000_000L))
                .setNanos(random.nextInt(1_000_000_000))
                .build();
    }

    private static <T> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
