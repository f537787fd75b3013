package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.outside.PlayedPrivacy;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import io.quarkus.arc.Arc;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;

/** A shopper who allows personalization and e-mail. */
record Subscriber(Shopper shopper) {
    /** Nobody was ever heard of before. */
    static Subscriber fresh() {
        return new Subscriber(Shopper.unknown()).says(1, ConsentStatus.GRANTED, 0);
    }

    String pseudonym() {
        return shopper.pseudonym();
    }

    /** What the person says of e-mail, and at which version it was refused last; 0 for never. */
    Subscriber says(long version, ConsentStatus email, long refusedAt) {
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(pseudonym())
                .setVersion(version)
                .addPayloadKeys(TestKeys.of(pseudonym()))
                .setChangedAt(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .addDecisions(decision(Purpose.PERSONALIZATION, ConsentStatus.GRANTED))
                .addDecisions(decision(Purpose.MARKETING_EMAIL, email));
        if (refusedAt > 0) {
            state.addFences(PurposeFence.newBuilder()
                    .setPurpose(Purpose.MARKETING_EMAIL)
                    .setVersion(refusedAt));
        }
        TestRecords.write(Topic.CONSENTS, pseudonym(), state.build().toByteArray());
        ConsentView consents = Arc.container().instance(ConsentView.class).get();
        eventually()
                .untilAsserted(
                        () -> assertThat(consents.of(pseudonym()).version()).isEqualTo(version));
        return this;
    }

    /** The pseudonym key is changed: this person is that one from now on. */
    void movesTo(Subscriber successor) {
        ConsentState moved = ConsentState.newBuilder()
                .setPseudonym(pseudonym())
                .setVersion(2)
                .setSuccessor(successor.pseudonym())
                .build();
        TestRecords.write(Topic.CONSENTS, pseudonym(), moved.toByteArray());
    }

    private static PurposeDecision decision(Purpose purpose, ConsentStatus status) {
        return PurposeDecision.newBuilder()
                .setPurpose(purpose)
                .setStatus(status)
                .build();
    }

    /** Does something, on a clock and in a language. */
    ShopEvent does(EventType type, String product, String locale, String zone) {
        ShopEvent event = shopper.event(type, product).toBuilder()
                .setContext(Context.newBuilder().setLocale(locale).setTimezone(zone))
                .build();
        writes(event);
        return event;
    }

    void does(EventType type, String product) {
        does(type, product, "en", "UTC");
    }

    void writes(ShopEvent event) {
        shopper.writes(shopper.sealed(event, pseudonym()));
    }

    List<MimeMessage> mails() {
        return OutsideWorld.mailsTo(PlayedPrivacy.addressOf(pseudonym()));
    }

    List<String> subjects() {
        return mails().stream().map(Subscriber::subject).toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
