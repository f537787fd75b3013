package dev.aisle.campaign.delivery.feedback;

import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.campaign.delivery.journeys.usecase.JourneyWork;
import dev.aisle.campaign.delivery.journeys.usecase.OpenJourneys;
import dev.aisle.campaign.delivery.messages.store.OpenMessages;
import dev.aisle.campaign.delivery.messages.store.OpenMessages.Addressee;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.results.responses.ContactRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notes that a mail was opened or its link followed, of people who allow analytics also at that moment. */
@ApplicationScoped
class FollowLinks {
    private final TrackMessages tracking;
    private final OpenMessages messages;
    private final ContactRepository contacts;
    private final FeedbackRepository feedback;
    private final PersonRepository people;
    private final OpenJourneys openJourneys;
    private final ConsentView consents;
    private final InstantSource clock;

    FollowLinks(
            TrackMessages tracking,
            OpenMessages messages,
            ContactRepository contacts,
            FeedbackRepository feedback,
            PersonRepository people,
            OpenJourneys openJourneys,
            ConsentView consents,
            InstantSource clock) {
        this.tracking = tracking;
        this.messages = messages;
        this.contacts = contacts;
        this.feedback = feedback;
        this.people = people;
        this.openJourneys = openJourneys;
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
                        tellJourneys(one, click ? Behaviour.CLICKED : Behaviour.OPENED);
                        if (click) {
                            contacts.clicked(one.id(), one.pseudonym(), clock.instant());
                        } else {
                            contacts.opened(one.id(), one.pseudonym(), clock.instant());
                        }
                    });
        }
    }

    /** Steps of a journey branch by it, and exits ask for it. */
    private void tellJourneys(Addressee addressee, Behaviour behaviour) {
        String person = addressee.pseudonym();
        feedback.got(addressee.id(), person).filter(_ -> people.lock(person)).ifPresent(got -> {
            JourneyWork journeys = openJourneys.of(List.of(person));
            journeys.happened(person, behaviour, got.campaign());
            journeys.keep();
        });
    }
}
