package dev.aisle.recommender.interactions;

import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.person.RekeyPerson;
import dev.aisle.platform.storage.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what people were shown, each list once, as far as they allow to learn from it. */
@ApplicationScoped
public class RecordExposures {
    private static final String CONSUMER = "exposures";

    private final Ledger ledger;
    private final ErasedPeople erasedPeople;
    private final ConsentAtUse consents;
    private final ExposureRepository repository;
    private final RekeyPerson rekeyPerson;

    RecordExposures(
            Ledger ledger,
            ErasedPeople erasedPeople,
            ConsentAtUse consents,
            ExposureRepository repository,
            RekeyPerson rekeyPerson) {
        this.ledger = ledger;
        this.erasedPeople = erasedPeople;
        this.consents = consents;
        this.repository = repository;
        this.rekeyPerson = rekeyPerson;
    }

    /** Writes the lists of a batch. */
    @Transactional
    public void record(List<ShownItem> items) {
        if (items.isEmpty()) {
            return;
        }
        Set<String> erased = erasedPeople.among(
                items.stream().map(item -> item.showing().pseudonym()).collect(Collectors.toSet()));
        Set<String> fresh = ledger.firstSeen(
                CONSUMER,
                items.stream().map(item -> item.showing().exposureId()).collect(Collectors.toSet()));
        List<ShownItem> allowed = items.stream()
                .filter(item -> fresh.contains(item.showing().exposureId()))
                // The ledger knows what was before; within the batch a list that comes again is the same items.
                .distinct()
                .filter(item -> !erased.contains(item.showing().pseudonym()))
                .filter(item -> !consents.granted(item.showing().seen()).isEmpty())
                .toList();
        if (!allowed.isEmpty()) {
            repository.insert(allowed);
            rekeyPerson.follow(
                    allowed.stream().map(item -> item.showing().pseudonym()).collect(Collectors.toSet()));
        }
    }
}
