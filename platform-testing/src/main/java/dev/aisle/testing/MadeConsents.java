package dev.aisle.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Consents as privacy-service writes them: a banner with six purposes answered at once, a key for the log, and of one in ten a purpose that was taken
 * back later.
 */
public final class MadeConsents {
    private static final List<Purpose> ASKED = List.of(
            Purpose.ANALYTICS,
            Purpose.PERSONALIZATION,
            Purpose.MODEL_TRAINING,
            Purpose.MARKETING_EMAIL,
            Purpose.MARKETING_PUSH,
            Purpose.ADS_TARGETED);
    private static final long YEAR = 31_556_952;
    private static final long TODAY = 1_795_000_000;

    private MadeConsents() {}

    /** Returns a pseudonym of nobody. */
    public static String pseudonym(RandomGenerator random) {
        return "p1.k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, 24));
    }

    /** Returns the state of a person who answered the banner within the last year. */
    public static ConsentState state(String pseudonym, RandomGenerator random) {
        long said = TODAY - random.nextLong(YEAR);
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(pseudonym)
                .setTenant("shop")
                .setVersion(1)
                .setJurisdiction("DE")
                .setNoticeVersion("2026-05")
                .setChangedAt(at(said))
                .addPayloadKeys(
                        PayloadKey.newBuilder().setSealingKey("s1").setWrapped(ByteString.copyFrom(bytes(random, 40))));
        for (Purpose purpose : ASKED) {
            state.addDecisions(PurposeDecision.newBuilder()
                    .setPurpose(purpose)
                    .setStatus(random.nextInt(3) == 0 ? ConsentStatus.DENIED : ConsentStatus.GRANTED)
                    .setDecidedAt(at(said))
                    .setExpiresAt(at(said + YEAR)));
        }
        if (random.nextInt(10) == 0) {
            long later = said + random.nextLong(YEAR / 12);
            state.setVersion(2)
                    .setChangedAt(at(later))
                    .setDecisions(
                            3,
                            state.getDecisions(3).toBuilder()
                                    .setStatus(ConsentStatus.WITHDRAWN)
                                    .setDecidedAt(at(later))
                                    .clearExpiresAt())
                    .addFences(PurposeFence.newBuilder()
                            .setPurpose(ASKED.get(3))
                            .setVersion(2)
                            .setRefusedSince(at(later)));
        }
        return state.build();
    }

    private static Timestamp at(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).setNanos(123_456_000).build();
    }

    private static byte[] bytes(RandomGenerator random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
