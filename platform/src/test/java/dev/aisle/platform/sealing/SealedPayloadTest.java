package dev.aisle.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Timestamp;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every event and every key. */
class SealedPayloadTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TOPIC = "aisle.events.v1";
    private static final String SECRET = "tea-4711";
    /** What routes an event and decides about it. */
    private static final Set<String> CLEAR = ShopEvent.getDescriptor().getFields().stream()
            .filter(field ->
                    SealableByContract.isClear(field) || field.getName().equals("sealed"))
            .map(FieldDescriptor::getName)
            .collect(Collectors.toSet());

    private final SubjectKey key = SubjectKey.random(RANDOM);

    @Provide
    static Arbitrary<ShopEvent> events() {
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(100),
                        Arbitraries.strings().ascii().ofMaxLength(60),
                        Arbitraries.integers().between(0, 70),
                        Arbitraries.longs(),
                        Arbitraries.subsetOf(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING))
                .as((messageId, person, type, version, granted) -> event(messageId, person)
                        .setTypeValue(type)
                        .setConsentVersion(version)
                        .addAllGrantedPurposes(granted)
                        .build());
    }

    private static ShopEvent.Builder event(String messageId, String person) {
        return ShopEvent.newBuilder()
                .setMessageId(messageId)
                .setTenant("shop")
                .setPseudonym(person)
                .setSource("import")
                .setAnonymousPseudonym("p1.k1." + SECRET)
                .setOccurredAt(Timestamp.newBuilder().setSeconds(5).setNanos(7))
                .setReceivedAt(Timestamp.newBuilder().setSeconds(6))
                .addItems(Item.newBuilder()
                        .setProductId(SECRET)
                        .setPrice(Money.newBuilder().setMinorUnits(1299).setCurrency("EUR")))
                .putProperties("gift", Value.newBuilder().setText(SECRET).build())
                .addMinimisedFields("properties." + SECRET)
                .setRefinement(Refinement.newBuilder().setSessionId(SECRET).setPersonSequence(3));
    }

    private ShopEvent sealed(ShopEvent event) {
        return SealedPayload.seal(TOPIC, event, Sealables.EVENT, key, RANDOM);
    }

    private static Optional<ShopEvent> open(String topic, ShopEvent sealed, SubjectKey key) {
        return SealedPayload.open(topic, sealed, Sealables.EVENT, key);
    }

    @Property(tries = 300)
    void whatIsSealedComesBackAsItWas(@ForAll("events") ShopEvent event) {
        ShopEvent sealed = sealed(event);

        assertThat(open(TOPIC, sealed, key)).hasValue(event);
    }

    @Property(tries = 300)
    void nothingButWhatRoutesAndDecidesStandsClear(@ForAll("events") ShopEvent event) {
        ShopEvent sealed = sealed(event);

        assertThat(sealed.getAllFields().keySet().stream()
                        .map(FieldDescriptor::getName)
                        .collect(Collectors.toSet()))
                .isSubsetOf(CLEAR)
                .contains("sealed");
        assertThat(new String(sealed.toByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET);
    }

    @Property(tries = 200)
    void aPayloadThatIsMovedIsNotOpened(@ForAll("events") ShopEvent event) {
        ShopEvent sealed = sealed(event);

        assertThat(open("aisle.events.raw.v1", sealed, key)).isEmpty();
        assertThat(open(
                        TOPIC,
                        sealed.toBuilder()
                                .setPseudonym(event.getPseudonym() + "x")
                                .build(),
                        key))
                .isEmpty();
        assertThat(open(
                        TOPIC,
                        sealed.toBuilder()
                                .setMessageId(event.getMessageId() + "x")
                                .build(),
                        key))
                .isEmpty();
        assertThat(open(TOPIC, sealed, SubjectKey.random(RANDOM))).isEmpty();
    }

    @Property(tries = 300)
    void aChangedByteIsNotOpened(@ForAll("events") ShopEvent event, @ForAll @IntRange(max = 10_000) int place) {
        ShopEvent sealed = sealed(event);
        byte[] bytes = sealed.getSealed().toByteArray();
        bytes[place % bytes.length] ^= 1;

        assertThat(open(
                        TOPIC,
                        sealed.toBuilder().setSealed(ByteString.copyFrom(bytes)).build(),
                        key))
                .isEmpty();
    }

    @Example
    void aClientsMessageIdCannotMakeTwoPlacesOne() {
        ShopEvent sealed = sealed(event("b|c", "a").build());
        ShopEvent moved =
                sealed.toBuilder().setPseudonym("a|b").setMessageId("c").build();
        ShopEvent escaped = sealed.toBuilder().setMessageId("b%7Cc").build();

        assertThat(open(TOPIC, sealed, key)).isPresent();
        assertThat(open(TOPIC, moved, key)).isEmpty();
        assertThat(open(TOPIC, escaped, key)).isEmpty();
    }

    @Example
    void aTypeThatThisVersionDoesNotKnowStays() {
        ShopEvent event = event("m", "p").setTypeValue(9_999).build();

        ShopEvent opened = open(TOPIC, sealed(event), key).orElseThrow();

        assertThat(opened.getType()).isEqualTo(EventType.UNRECOGNIZED);
        assertThat(opened).isEqualTo(event);
    }
}
