package dev.aisle.recommender.interactions;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.person.RekeyPerson;
import dev.aisle.platform.storage.Ledger;
import dev.aisle.recommender.catalog.ProductDomains;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what people did with products, each event once. */
@ApplicationScoped
public class RecordInteractions {
    private static final String CONSUMER = "interactions";

    private final Ledger ledger;
    private final ErasedPeople erasedPeople;
    private final ConsentAtUse consents;
    private final InteractionRepository repository;
    private final RekeyPerson rekeyPerson;
    private final ProductDomains domains;

    RecordInteractions(
            Ledger ledger,
            ErasedPeople erasedPeople,
            ConsentAtUse consents,
            InteractionRepository repository,
            RekeyPerson rekeyPerson,
            ProductDomains domains) {
        this.ledger = ledger;
        this.erasedPeople = erasedPeople;
        this.consents = consents;
        this.repository = repository;
        this.rekeyPerson = rekeyPerson;
        this.domains = domains;
    }

    /** Writes the events of a batch. */
    @Transactional
    public void record(List<PersonEvent> events) {
        List<PersonEvent> ofProducts =
                events.stream().filter(event -> !event.interactions().isEmpty()).toList();
        if (ofProducts.isEmpty()) {
            return;
        }
        Set<String> erased = erasedPeople.among(
                ofProducts.stream().map(PersonEvent::pseudonym).collect(Collectors.toSet()));
        Set<String> fresh = new HashSet<>(ledger.firstSeen(
                CONSUMER, ofProducts.stream().map(PersonEvent::id).toList()));
        List<Interaction> allowed = ofProducts.stream()
                .filter(event -> fresh.remove(event.id()) && !erased.contains(event.pseudonym()))
                .flatMap(this::limitedToConsent)
                .filter(Interaction::isOfUse)
                .map(interaction -> interaction.in(domains.of(interaction.domain(), interaction.productId())))
                .toList();
        if (!allowed.isEmpty()) {
            repository.insert(allowed);
            rekeyPerson.follow(allowed.stream().map(Interaction::pseudonym).collect(Collectors.toSet()));
        }
    }

    private Stream<Interaction> limitedToConsent(PersonEvent event) {
        Set<Purpose> granted = consents.granted(event.seen());
        boolean personalization = granted.contains(Purpose.PERSONALIZATION);
        boolean training = granted.contains(Purpose.MODEL_TRAINING);
        return event.interactions().stream().map(interaction -> interaction.limitedTo(personalization, training));
    }
}
