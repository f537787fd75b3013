package dev.aisle.campaign.results.responses;

import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.identity.Successors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what people in an arm did. Each is kept by its own id, so that events that come again change nothing. */
@ApplicationScoped
class FollowResponses {
    private final ContactRepository contacts;
    private final PersonRepository people;
    private final ConsentAtUse consents;
    private final Successors successors;
    private final NoteViewed noteViewed;

    FollowResponses(
            ContactRepository contacts,
            PersonRepository people,
            ConsentAtUse consents,
            Successors successors,
            NoteViewed noteViewed) {
        this.contacts = contacts;
        this.people = people;
        this.consents = consents;
        this.successors = successors;
        this.noteViewed = noteViewed;
    }

    /** Takes a batch. */
    @Transactional
    public void follow(List<Response> batch) {
        Map<String, String> moved = successors.among(
                batch.stream().map(one -> one.seen().pseudonym()).collect(Collectors.toSet()));
        List<Response> usable = batch.stream()
                .filter(one -> consents.allows(one.seen().under(standing(one, moved)), Purpose.ANALYTICS))
                .toList();
        Set<String> alive = people.lock(
                        usable.stream().map(one -> standing(one, moved)).toList())
                .keySet();
        usable.stream()
                .filter(one -> alive.contains(standing(one, moved)))
                .forEach(one -> keep(one, standing(one, moved)));
    }

    private static String standing(Response one, Map<String, String> moved) {
        return moved.getOrDefault(one.seen().pseudonym(), one.seen().pseudonym());
    }

    private void keep(Response response, String pseudonym) {
        switch (response) {
            case Response.Ordered order ->
                contacts.ordered(order.eventId(), pseudonym, order.revenueMinor(), order.currency(), order.at());
            case Response.Clicked click -> contacts.clicked(click.what(), pseudonym, click.at());
            case Response.Viewed viewed -> noteViewed.note(viewed, pseudonym);
            case Response.Opened opened -> contacts.opened(opened.message(), pseudonym, opened.at());
        }
    }
}
