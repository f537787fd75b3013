package dev.aisle.campaign.feedback.usecase;

import dev.aisle.campaign.messages.store.OpenMessages;
import dev.aisle.campaign.reports.store.ContactRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Notes that a mail was opened or its link followed, of people who allow analytics also at that moment. */
@ApplicationScoped
public class FollowLinks {
    private final TrackMessages tracking;
    private final OpenMessages messages;
    private final ContactRepository contacts;
    private final ConsentView consents;
    private final InstantSource clock;

    FollowLinks(
            TrackMessages tracking,
            OpenMessages messages,
            ContactRepository contacts,
            ConsentView consents,
            InstantSource clock) {
        this.tracking = tracking;
        this.messages = messages;
        this.contacts = contacts;
        this.consents = consents;
        this.clock = clock;
    }

    /** A mail's image was asked for. */
    @Transactional
    public void opened(String token) {
        tracking.read(token, "").ifPresent(link -> note(link, false));
    }

    /** A link was followed; false when we never made it, so that it leads nowhere. */
    @Transactional
    public boolean clicked(String token, String target) {
        Optional<UUID> link = target.isEmpty() ? Optional.empty() : tracking.read(token, target);
        link.ifPresent(one -> note(one, true));
        return link.isPresent();
    }

    private void note(UUID link, boolean click) {
        try (Use _ = consents.beginUse()) {
            messages.addressee(link)
                    .filter(one -> consents.allows(one.pseudonym(), Purpose.ANALYTICS))
                    .ifPresent(one -> {
                        if (click) {
                            contacts.clicked(one.id(), one.pseudonym(), clock.instant());
                        } else {
                            contacts.opened(one.id(), one.pseudonym(), clock.instant());
                        }
                    });
        }
    }
}
