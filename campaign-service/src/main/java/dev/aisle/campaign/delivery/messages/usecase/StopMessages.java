package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.campaigns.contacts.Word;
import dev.aisle.campaign.delivery.channels.PrivacyGateway;
import dev.aisle.campaign.delivery.feedback.Feedback;
import dev.aisle.campaign.delivery.feedback.FeedbackRepository;
import dev.aisle.campaign.delivery.messages.store.OpenMessages;
import dev.aisle.campaign.delivery.messages.store.OpenMessages.Addressee;
import dev.aisle.campaign.delivery.messages.store.Suppressions;
import dev.aisle.campaign.delivery.messages.store.Suppressions.Suppression;
import dev.aisle.contracts.common.v1.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Stops what somebody doesn't want or can't get. An unsubscription is a suppression at once, and then a withdrawal at privacy-service; the
 * suppression bridges the time until that is done, also when privacy-service is away, and ends with it, so that a later consent counts.
 */
@ApplicationScoped
public class StopMessages {
    private static final Logger LOG = Logger.getLogger(StopMessages.class);
    private static final int AT_ONCE = 5;

    private final OpenMessages messages;
    private final Suppressions suppressions;
    private final FeedbackRepository feedback;
    private final PrivacyGateway privacy;
    private final InstantSource clock;

    StopMessages(
            OpenMessages messages,
            Suppressions suppressions,
            FeedbackRepository feedback,
            PrivacyGateway privacy,
            InstantSource clock) {
        this.messages = messages;
        this.suppressions = suppressions;
        this.feedback = feedback;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** The person of this message wants no more of its kind. @return false when there is no such message any more */
    @Transactional
    public boolean unsubscribe(UUID link) {
        return withdraw(link, "unsubscribed");
    }

    /** The person of this message called it spam. @return false when there is no such message any more */
    @Transactional
    public boolean complained(UUID link) {
        return withdraw(link, "complaint");
    }

    private boolean withdraw(UUID link, String reason) {
        Optional<Addressee> found = messages.addressee(link);
        found.filter(addressee ->
                        !addressee.purpose().equals(Purpose.NECESSARY.name().toLowerCase(Locale.ROOT)))
                .ifPresent(addressee -> {
                    suppressions.put(
                            new Suppression(
                                    addressee.pseudonym(), addressee.channel(), addressee.purpose(), reason, true),
                            clock.instant());
                    tellCampaign(addressee);
                });
        return found.isPresent();
    }

    private void tellCampaign(Addressee addressee) {
        feedback.got(addressee.id(), addressee.pseudonym())
                .ifPresent(got -> feedback.add(new Feedback(
                        "unsubscribed:" + addressee.id(),
                        addressee.pseudonym(),
                        got.campaign(),
                        got.version(),
                        addressee.id(),
                        Word.UNSUBSCRIBED,
                        null,
                        clock.instant())));
    }

    /** The address of this message takes nothing. @return false when there is no such message any more */
    @Transactional
    public boolean bounced(UUID link) {
        Optional<Addressee> found = messages.addressee(link);
        found.ifPresent(addressee -> {
            messages.bounced(addressee.id(), "reported", clock.instant());
            suppressions.put(
                    new Suppression(addressee.pseudonym(), addressee.channel(), "", "bounced", false), clock.instant());
        });
        return found.isPresent();
    }

    /** The person has another address: what the old one caused ends. */
    @Transactional
    public void addressChanged(String pseudonym) {
        suppressions.liftBounces(pseudonym);
    }

    /** Tells privacy-service of those it hasn't heard of. @return how many it has heard of now */
    @Transactional
    public int tell() {
        int told = 0;
        for (Suppression suppression : suppressions.untold(AT_ONCE)) {
            try {
                privacy.withdraw(suppression.pseudonym(), suppression.purpose());
            } catch (IOException e) {
                LOG.warnf("Withdrawals wait, since privacy-service doesn't take them: %s", e.getMessage());
                return told;
            }
            suppressions.lift(suppression);
            told++;
        }
        return told;
    }
}
