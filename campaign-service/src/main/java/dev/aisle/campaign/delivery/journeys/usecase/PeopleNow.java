package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.delivery.journeys.domain.Recipient;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository;
import dev.aisle.campaign.delivery.journeys.store.RecipientRepository.Known;
import dev.aisle.campaign.people.ItemRepository;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.people.SegmentRepository;
import dev.aisle.campaign.shared.CampaignSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What journeys ask of people at the moment at which they go on. In the caller's transaction. */
@ApplicationScoped
class PeopleNow {
    private final PersonRepository people;
    private final SegmentRepository segments;
    private final ItemRepository items;
    private final RecipientRepository recipients;
    private final CampaignSettings settings;

    PeopleNow(
            PersonRepository people,
            SegmentRepository segments,
            ItemRepository items,
            RecipientRepository recipients,
            CampaignSettings settings) {
        this.people = people;
        this.segments = segments;
        this.items = items;
        this.recipients = recipients;
        this.settings = settings;
    }

    /** What eligibility needs. */
    Person person(String pseudonym, Instant now) {
        return new Person(
                segments.of(pseudonym),
                people.purchases(pseudonym),
                items.recent(pseudonym, now.minus(settings.recentFor())));
    }

    /** How the person is spoken to. */
    Recipient recipient(String pseudonym) {
        return recipients
                .of(List.of(pseudonym))
                .getOrDefault(pseudonym, Known.NOBODY)
                .recipient();
    }
}
