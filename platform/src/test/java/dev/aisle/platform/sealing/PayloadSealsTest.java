package dev.aisle.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.platform.consent.Consent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PayloadSealsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FIRST = "s1:" + "0f".repeat(32);
    private static final String SECOND = "s2:" + "f0".repeat(32);
    private static final ShopEvent EVENT = ShopEvent.newBuilder()
            .setMessageId("m1")
            .setPseudonym("p1.k1.ada")
            .addItems(Item.newBuilder().setProductId("tea"))
            .build();

    private final SealingKeys keys = new SealingKeys("s1", List.of(FIRST));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SubjectKey key = SubjectKey.random(RANDOM);
    private final AtomicReference<Consent> now = new AtomicReference<>(consent(keys.wrap(key)));
    private final PayloadSeals seals = PayloadSeals.of(keys, meters, _ -> now.get());

    private static Consent consent(WrappedKey... keys) {
        return Consent.of(state(keys).build());
    }

    private static ConsentState.Builder state(WrappedKey... keys) {
        ConsentState.Builder state = ConsentState.newBuilder().setVersion(1);
        for (WrappedKey one : keys) {
            state.addPayloadKeys(PayloadKey.newBuilder()
                    .setSealingKey(one.masterKeyId())
                    .setWrapped(ByteString.copyFrom(one.bytes())));
        }
        return state;
    }

    private ShopEvent sealed() {
        return seals.seal(Topic.EVENTS, EVENT, now.get());
    }

    private double count(String meter, String cause) {
        return meters.counter(meter, "cause", cause).count();
    }

    @Test
    void aSealedEventIsOpenedByTheKeyOfItsPersonsState() {
        ShopEvent sealed = sealed();

        assertThat(sealed.getItemsList()).isEmpty();
        assertThat(seals.open(Topic.EVENTS.topicName(), sealed)).hasValue(EVENT);
        assertThat(meters.counter("aisle.payloads.sealed").count()).isEqualTo(1);
    }

    @Test
    void aClearEventStaysAsItIs() {
        now.set(Consent.NONE);

        assertThat(seals.open(Topic.EVENTS.topicName(), EVENT)).hasValue(EVENT);
    }

    @Test
    void withoutTheKeyItIsSkippedAndCounted() {
        ShopEvent sealed = sealed();
        now.set(Consent.NONE);

        assertThat(seals.open(Topic.EVENTS.topicName(), sealed)).isEmpty();
        assertThat(count("aisle.payloads.unreadable", "key-gone")).isEqualTo(1);
    }

    @Test
    void theKeyOfAnotherPersonDoesNotOpenItAndIsCountedApart() {
        ShopEvent sealed = sealed();
        now.set(consent(keys.wrap(SubjectKey.random(RANDOM))));

        assertThat(seals.open(Topic.EVENTS.topicName(), sealed)).isEmpty();
        assertThat(count("aisle.payloads.unreadable", "unauthentic")).isEqualTo(1);
    }

    @Test
    void ofTwoPseudonymsThatBecameOneEitherKeyOpens() {
        ShopEvent sealed = sealed();
        now.set(consent(keys.wrap(SubjectKey.random(RANDOM)), keys.wrap(key)));

        assertThat(seals.open(Topic.EVENTS.topicName(), sealed)).hasValue(EVENT);
    }

    @Test
    void aSuppressedStateOpensNothingEvenIfItCarriedAKey() {
        ShopEvent sealed = sealed();
        now.set(Consent.of(state(keys.wrap(key)).setSuppressed(true).build()));

        assertThat(seals.open(Topic.EVENTS.topicName(), sealed)).isEmpty();
    }

    @Test
    void whoseStateHasNoKeyYetIsWrittenClearAndCounted() {
        assertThat(seals.seal(Topic.EVENTS, EVENT, Consent.NONE)).isEqualTo(EVENT);
        assertThat(count("aisle.payloads.clear", "no-key")).isEqualTo(1);
    }

    @Test
    void aKeyThatNoSealingKeyOfThisProcessOpensIsCountedApart() {
        Consent other = consent(new SealingKeys("s2", List.of(SECOND)).wrap(key));

        assertThat(seals.seal(Topic.EVENTS, EVENT, other)).isEqualTo(EVENT);
        assertThat(count("aisle.payloads.clear", "unknown-sealing-key")).isEqualTo(1);
    }

    @Test
    void aKeyUnderANewSealingKeyOpensWhatItSealedUnderTheOldAndTheOldCopyIsDead() {
        ShopEvent sealed = sealed();
        SealingKeys during = new SealingKeys("s2", List.of(FIRST, SECOND));
        WrappedKey renewed = during.rewrap(keys.wrap(key)).orElseThrow();
        SealingKeys after = new SealingKeys("s2", List.of(SECOND));
        PayloadSeals later = PayloadSeals.of(after, meters, _ -> now.get());

        assertThat(later.open(Topic.EVENTS.topicName(), sealed)).isEmpty();
        now.set(consent(renewed));
        assertThat(later.open(Topic.EVENTS.topicName(), sealed)).hasValue(EVENT);
    }

    @Test
    void anEventThatOvertookItsPersonsStateIsTriedAgainWhenTheStateHasCome() {
        ShopEvent sealed = sealed();
        Consent withKey = now.getAndSet(Consent.NONE);
        PayloadSeals patient = seals.asking(_ -> now.get(), _ -> {
            now.set(withKey);
            return true;
        });

        assertThat(patient.open(Topic.EVENTS.topicName(), sealed)).hasValue(EVENT);
        assertThat(count("aisle.payloads.unreadable", "key-gone")).isZero();
    }

    @Test
    void sealingKeysOfAnotherFormAreRefusedWithoutShowingThem() {
        assertThatThrownBy(() -> new SealingKeys("s1", List.of("s1:0f")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("aisle.sealing.keys")
                .hasMessageNotContaining("0f0f");
    }
}
